import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod';
import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import { answeredAnswer } from '../../../contracts/staff/ask.js';
import { readAnswer } from '../../read-answer.js';
import type { Problem } from '../../problem.js';
import { isWorthRetrying } from '../../reply.js';
import {
  type AnswerDraft,
  answerBody,
  chosenOption,
  draftOf,
  emptyAnswer,
  fieldAt,
  missingIn,
  picturesWith,
} from '../answer.js';
import type { Ask, ChoosableOption } from '../ask.js';
import { sendThrough, type Waiting } from '../outbox.js';
import { usePage } from '../page-context.js';
import { useSending } from './use-sending.js';

export interface AnswerTarget {
  readonly ask: Ask;
  readonly link: string;
  /** What was written before and not taken: it is put right. */
  readonly before: Waiting | undefined;
  readonly onRecorded: (option: AskOption, label: string) => void;
  /** There is no network: it is kept. */
  readonly onWaiting: () => void;
  /** The ask ended before this answer came. */
  readonly onOver: (problem: Problem) => void;
}

const said = z.object({ label: answeredAnswer.shape.label });

/** The answer in words, as the service recorded it. */
export const labelOf = (answer: unknown): string => readAnswer(said, answer)?.label ?? '';

/** An answer as it is written, what is wrong with it, and how sending it goes. The same answer sent again counts once. */
export function useAnswer({ ask, link, before, onRecorded, onWaiting, onOver }: AnswerTarget) {
  const { messages, outbox, now } = usePage();
  const [draft, setDraft] = useState<AnswerDraft>(() =>
    before ? draftOf(ask, before.body) : emptyAnswer(ask),
  );
  const { errors, state, submit } = useSending();
  const change = (part: Partial<AnswerDraft>) => setDraft((earlier) => ({ ...earlier, ...part }));
  useEffect(() => {
    if (before) void outbox.picturesOf(before.id).then((pictures) => change({ pictures }));
  }, []);
  const itemOf = (chosen: ChoosableOption): Waiting => ({
    // An ask has one answer: written again it takes the place of the first.
    id: link,
    link,
    about: [messages.kinds[ask.kind], ...aboutOf(ask)].join(' · '),
    said: [chosen.label, draft.note.trim()].filter(Boolean).join('\n'),
    body: answerBody(ask, draft, chosen.option),
    at: now(),
  });
  const send = async (): Promise<void> => {
    const chosen = chosenOption(ask, draft);
    const reply = await submit({
      missing: missingIn(ask, draft, messages),
      send: () =>
        chosen
          ? sendThrough(outbox, itemOf(chosen), picturesWith(ask, draft))
          : Promise.resolve({ kind: 'unreachable' }),
      fieldAt: (pointer) => fieldAt(pointer, chosen?.option),
    });
    if (!reply || !chosen) return;
    if (reply.kind === 'answer') return onRecorded(chosen.option, labelOf(reply.value));
    if (isWorthRetrying(reply)) return onWaiting();
    if (reply.kind !== 'problem') return;
    // What is wrong stands at its field, and the form still has the words.
    if (reply.problem.status === 422) outbox.drop(link);
    else onOver(reply.problem);
  };
  return { draft, errors, state, change, send };
}

const aboutOf = ({ facts }: Ask): string[] =>
  facts.flatMap(({ fact, value }) =>
    fact === 'category' || fact === 'programme' || fact === 'place' ? [value] : [],
  );
