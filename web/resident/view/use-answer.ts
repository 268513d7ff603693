import { useState } from 'preact/hooks';
import type * as z from 'zod';
import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import type { Verdict } from '../../../domain/asks/verdict.js';
import { type answerBody, answerRoute } from '../../../contracts/resident/request.js';
import { usePage } from '../page-context.js';

type Answer = z.input<typeof answerBody>;

/** The ask and the key that an answer needs to be sent. */
export interface AnswerTarget {
  readonly id: string;
  readonly trackingKey: string;
  /** Called once the service has it. */
  readonly onSent: () => void;
}

export type AnswerState =
  | { readonly name: 'idle' | 'sending' | 'sent' }
  | { readonly name: 'failed'; readonly message: string };

/** Sends one answer of the resident and says how it went. An answer counts once, so that it may be sent again. */
export function useAnswer({ id, trackingKey, onSent }: AnswerTarget) {
  const { call, language, messages } = usePage();
  const [state, setState] = useState<AnswerState>({ name: 'idle' });
  const send = async (
    ask: string,
    option: AskOption | 'withdraw',
    note: string,
    verdict?: Verdict,
  ): Promise<void> => {
    if (state.name === 'sending') return;
    setState({ name: 'sending' });
    const reply = await call(answerRoute, {
      params: { id },
      query: { key: trackingKey },
      // Residents are offered no other options.
      body: { ask, option: option as Answer['option'], note: note.trim() || undefined, verdict },
      language,
    });
    if (reply.kind === 'answer') {
      setState({ name: 'sent' });
      return onSent();
    }
    const detail =
      reply.kind === 'problem'
        ? (reply.problem.errors[0]?.message ?? reply.problem.detail ?? reply.problem.title)
        : undefined;
    setState({ name: 'failed', message: detail ?? messages.ask.failed });
  };
  return { state, send };
}
