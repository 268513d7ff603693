import { useState } from 'preact/hooks';
import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import type { Problem } from '../../problem.js';
import { isWorthRetrying } from '../../reply.js';
import { type AnswerDraft, answerBody, chosenOption, emptyAnswer, fieldAt, missingIn } from '../answer.js';
import type { Ask } from '../ask.js';
import { usePage } from '../page-context.js';
import { useSending } from './use-sending.js';

export interface AnswerTarget {
  readonly ask: Ask;
  readonly link: string;
  readonly onRecorded: (option: AskOption, label: string) => void;
  /** The ask ended before this answer came. */
  readonly onOver: (problem: Problem) => void;
}

/** An answer as it is written, what is wrong with it, and how sending it goes. The same answer sent again counts once. */
export function useAnswer({ ask, link, onRecorded, onOver }: AnswerTarget) {
  const { api, language, messages } = usePage();
  const [draft, setDraft] = useState<AnswerDraft>(() => emptyAnswer(ask));
  const { errors, state, submit } = useSending();
  const change = (part: Partial<AnswerDraft>) => setDraft((before) => ({ ...before, ...part }));
  const send = async (): Promise<void> => {
    const option = chosenOption(ask, draft)?.option;
    const reply = await submit({
      missing: missingIn(ask, draft, messages),
      send: () =>
        option === undefined
          ? Promise.resolve({ kind: 'unreachable' })
          : api.answer(link, answerBody(ask, draft, option), language),
      fieldAt: (pointer) => fieldAt(pointer, option),
    });
    if (!reply || option === undefined) return;
    if (reply.kind === 'answer') onRecorded(option, reply.value);
    else if (reply.kind === 'problem' && !isWorthRetrying(reply) && reply.problem.status !== 422)
      onOver(reply.problem);
  };
  return { draft, errors, state, change, send };
}
