import { useState } from 'preact/hooks';
import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import type { Problem } from '../../problem.js';
import { type Reply, sendPatiently } from '../../reply.js';
import {
  type AnswerDraft,
  type AnswerError,
  answerBody,
  chosenOption,
  emptyAnswer,
  fieldAt,
  missingIn,
} from '../answer.js';
import type { Ask } from '../ask.js';
import { usePage } from '../page-context.js';

/** Short waits between tries (milliseconds): a signal that is gone for longer needs the person to move. */
const WAITS = [1500, 4000];

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });

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
  const [errors, setErrors] = useState<readonly AnswerError[]>([]);
  const [state, setState] = useState<'idle' | 'sending' | 'unsent'>('idle');
  const change = (part: Partial<AnswerDraft>) => setDraft((before) => ({ ...before, ...part }));
  const settle = (reply: Exclude<Reply<string>, { kind: 'answer' }>, option: AskOption): void => {
    if (reply.kind === 'unreachable' || reply.problem.status >= 500) return setState('unsent');
    if (reply.problem.status !== 422) return onOver(reply.problem);
    setState('idle');
    setErrors(reply.problem.errors.map(({ field, message }) => ({ field: fieldAt(field, option), message })));
  };
  const send = async (): Promise<void> => {
    if (state === 'sending') return;
    const chosen = chosenOption(ask, draft);
    const missing = missingIn(ask, draft, messages);
    setErrors(missing);
    if (missing.length > 0 || !chosen) return;
    setState('sending');
    const body = answerBody(ask, draft, chosen.option);
    const reply = await sendPatiently(() => api.answer(link, body, language), WAITS, pause);
    if (reply.kind === 'answer') onRecorded(chosen.option, reply.value);
    else settle(reply, chosen.option);
  };
  return { draft, errors, state, change, send };
}
