import { useState } from 'preact/hooks';
import { usePage } from '../page-context.js';

/** What an answer needs to be sent. */
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
  const { api, language, messages } = usePage();
  const [state, setState] = useState<AnswerState>({ name: 'idle' });
  const send = async (ask: string, option: string, note: string): Promise<void> => {
    if (state.name === 'sending') return;
    setState({ name: 'sending' });
    const reply = await api.answer(
      id,
      trackingKey,
      { ask, option, note: note.trim() || undefined },
      language,
    );
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
