import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod';
import type { AskOption } from '../../../domain/asks/ask-kinds.js';
import { answeredAnswer } from '../../../contracts/staff/ask.js';
import { readAnswer } from '../../read-answer.js';
import type { Problem } from '../../problem.js';
import { isWorthRetrying, type Reply } from '../../reply.js';
import {
  type AnswerDraft,
  answerBody,
  chosenOption,
  draftOf,
  emptyAnswer,
  fieldAt,
  isBareTap,
  missingIn,
  noteOf,
  picturesWith,
} from '../answer.js';
import type { Ask, ChoosableOption } from '../ask.js';
import { sendThrough, type Waiting } from '../outbox.js';
import { usePage } from '../page-context.js';
import { countPicked, takesTargets } from '../targets.js';
import { useSending } from './use-sending.js';

export interface AnswerTarget {
  readonly ask: Ask;
  readonly link: string;
  /** An earlier answer that was not taken: it is put right. */
  readonly before: Waiting | undefined;
  /** One tap was all: whether it stands after a moment. */
  /** The problem with it. */
  readonly wrong: Problem | undefined;
  readonly hold: (item: Waiting) => Promise<boolean>;
  readonly onRecorded: (option: AskOption, label: string) => void;
  /** There is no network: it is kept. */
  readonly onWaiting: () => void;
  /** It was held, and is not taken as it is. */
  readonly onWrong: (item: Waiting, problem: Problem) => void;
  /** The ask ended before this answer came. */
  readonly onOver: (problem: Problem) => void;
}

const said = z.object({ label: answeredAnswer.shape.label });

/** The answer in words, as the service recorded it. */
export const labelOf = (answer: unknown): string => readAnswer(said, answer)?.label ?? '';

/** An answer as it is written, its problems, and how sending it goes. The same answer sent again counts once. */
export function useAnswer(target: AnswerTarget) {
  const { ask, link, before, wrong, hold } = target;
  const { messages, outbox, keep, now } = usePage();
  const [draft, setDraft] = useState<AnswerDraft>(() =>
    before ? draftOf(ask, before.body) : emptyAnswer(ask),
  );
  const { errors, state, submit } = useSending(
    wrong?.errors.map(({ field, message }) => ({ field: fieldAt(field, draft.option), message })),
  );
  const change = (part: Partial<AnswerDraft>) => setDraft((earlier) => ({ ...earlier, ...part }));
  useEffect(() => {
    if (before) void outbox.picturesOf(before.id).then((pictures) => change({ pictures }));
  }, []);
  const itemOf = (chosen: ChoosableOption): Waiting => ({
    // An ask has one answer: written again it takes the place of the first.
    id: link,
    link,
    about: [messages.kinds[ask.kind], ...aboutOf(ask)].join(' · '),
    said: [chosen.label, noteOf(ask, draft).trim()].filter(Boolean).join('\n'),
    body: answerBody(ask, draft, chosen.option),
    at: now(),
  });
  const settle = (chosen: ChoosableOption, reply: Reply<unknown> | undefined): void => {
    if (!reply) return;
    if (reply.kind === 'answer' && takesTargets(ask, chosen.option))
      countPicked(keep, ask, noteOf(ask, draft));
    if (reply.kind === 'answer') return target.onRecorded(chosen.option, labelOf(reply.value));
    if (isWorthRetrying(reply)) return target.onWaiting();
    if (reply.kind !== 'problem') return;
    // The problem stands at its field, and the form still has the words.
    if (reply.problem.status === 422) outbox.drop(link);
    else target.onOver(reply.problem);
  };
  const send = async (): Promise<void> => {
    const chosen = chosenOption(ask, draft);
    // Without a network it waits anyway, and can be changed as long as it does.
    if (chosen && isBareTap(ask, draft) && navigator.onLine) {
      const item = itemOf(chosen);
      if (!(await hold(item))) return;
      const reply = await sendThrough(outbox, item);
      settle(chosen, reply);
      if (reply.kind === 'problem' && reply.problem.status === 422) target.onWrong(item, reply.problem);
      return;
    }
    const reply = await submit({
      missing: missingIn(ask, draft, messages),
      send: () =>
        chosen
          ? sendThrough(outbox, itemOf(chosen), picturesWith(ask, draft))
          : Promise.resolve({ kind: 'unreachable' }),
      fieldAt: (pointer) => fieldAt(pointer, chosen?.option),
    });
    if (chosen) settle(chosen, reply);
  };
  return { draft, errors, state, change, send };
}

const aboutOf = ({ facts }: Ask): string[] =>
  facts.flatMap(({ fact, value }) =>
    fact === 'category' || fact === 'programme' || fact === 'place' ? [value] : [],
  );
