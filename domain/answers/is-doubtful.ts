import type { AskKind, AskOption } from '../asks/ask-names.js';
import { type Doubt, DOUBTS_OF_ANY, DOUBTS_OF_SOME, holds, OPEN_YES } from './doubts.js';
import { NO_DOUBTS } from './no-doubts.js';

const isOf = ({ options, notOf, kinds }: Doubt, kind: AskKind, option: AskOption): boolean =>
  (options?.includes(option) ?? true) && !notOf?.includes(option) && (kinds?.includes(kind) ?? true);

/** What words leave open that answer an ask with an option, or name that does not go with it; in folded text. */
export function doubtsIn(option: AskOption, kind: AskKind, folded: string): Doubt[] {
  const plain = NO_DOUBTS.filter(({ options }) => options.includes(option)).reduce(
    (rest, { without }) => without(rest),
    folded,
  );
  return [
    ...DOUBTS_OF_ANY.filter((doubt) => isOf(doubt, kind, option) && holds(doubt, plain)),
    ...DOUBTS_OF_SOME.filter((doubt) => isOf(doubt, kind, option) && holds(doubt, folded)),
  ];
}

/** Whether words leave open what they say, or name what does not go with it. */
export const isDoubtful = (option: AskOption, kind: AskKind, folded: string): boolean =>
  doubtsIn(option, kind, folded).length > 0;

/** Whether a yes hangs on something, is for the time being, or does not hold: "1 临时堵上了", "办结，待验收", "1 复燃了". */
export const isOpenYes = (option: AskOption, kind: AskKind, folded: string): boolean =>
  OPEN_YES.some((doubt) => isOf(doubt, kind, option) && holds(doubt, folded));
