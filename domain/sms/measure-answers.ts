import type { AnswerExample } from '../answers/answer-example.js';
import { ASK_KINDS } from '../asks/ask-kinds.js';
import { type Match, matchReply } from './match-reply.js';
import { parseText } from './parse-text.js';

/** The handling of answers that were never learnt from. */
export interface MeasuredAnswers {
  readonly answers: number;
  /** Taken as what they say, or left alone where they answer nothing. */
  readonly asMeant: number;
  /** Asked back, with the likely option or the list. */
  readonly askedBack: number;
  /** Taken for another option than they say. */
  readonly wrong: number;
  /** Of those that nobody can act on, and how many of them were asked back. */
  readonly unclear: number;
  readonly unclearAskedBack: number;
  readonly misheard: readonly { readonly example: AnswerExample; readonly done: string }[];
}

const ASIDE = 'aside';
const ASKS_BACK = 'asked back';
const SAYS_NOTHING: ReadonlySet<string> = new Set(['remark', 'other', 'danger']);

/**
 * The handling of a text: an option is taken, somebody's progress noted, it is asked back, or left to be read as
 * anything else.
 */
function doneAbout(match: Match): string {
  switch (match.kind) {
    case 'answer':
    // The note that the option needs is asked for; the option itself stands.
    case 'note-needed':
      return match.option;
    case 'going':
      return match.far;
    case 'likely':
    case 'not-done':
    case 'bad-option':
    case 'several':
      return ASKS_BACK;
    default:
      return ASIDE;
  }
}

const answered = ({ ask, words }: AnswerExample): string => {
  const options = ASK_KINDS[ask].map(({ option }) => option);
  const match = matchReply(parseText(words, TODAY), [{ code: '', kind: ask, options, state: 'open' }]);
  return doneAbout(match);
};
/** No answer says a day of a leave. */
const TODAY = '2026-01-01';

function isRight({ says }: AnswerExample, done: string): boolean {
  if (SAYS_NOTHING.has(says)) return done === ASIDE;
  // An attempt in vain that says no more is asked what now.
  return says === 'not-done' ? done === ASKS_BACK : done === says;
}

/** Answers each alone, to the only thing that is asked, and compares. */
export function measureAnswers(examples: readonly AnswerExample[]): MeasuredAnswers {
  const heard = examples.map((example) => ({ example, done: answered(example) }));
  type One = (typeof heard)[number];
  const count = (test: (one: One) => boolean): number => heard.filter(test).length;
  const isUnclear = ({ example }: One): boolean => example.says === 'unclear';
  const right = ({ example, done }: One): boolean => isRight(example, done);
  const asksBack = ({ done }: One): boolean => done === ASKS_BACK;
  return {
    answers: examples.length,
    asMeant: count((one) => !isUnclear(one) && right(one)),
    askedBack: count((one) => !isUnclear(one) && !right(one) && asksBack(one)),
    wrong: count((one) => !right(one) && !asksBack(one) && one.done !== ASIDE),
    unclear: count(isUnclear),
    unclearAskedBack: count((one) => isUnclear(one) && asksBack(one)),
    misheard: heard.filter((one) => !(isUnclear(one) ? asksBack(one) : right(one))),
  };
}
