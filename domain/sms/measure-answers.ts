import type { AnswerExample } from '../answers/answer-example.js';
import { readAppointment } from '../appointments/read-appointment.js';
import { ASK_KINDS } from '../asks/ask-kinds.js';
import { matchReply } from './match-reply.js';
import type { Match } from './match.js';
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

/** Each answers the only thing that its sender is asked, with the code of it where a text has one. */
function answered({ ask: kind, words }: AnswerExample): string {
  const { nearCode, ...parsed } = parseText(words, TODAY);
  const options = ASK_KINDS[kind].map(({ option }) => option);
  const code = parsed.code ?? nearCode ?? parsed.last?.code ?? '';
  const match = matchReply({ ...parsed, ...(nearCode && { code }) }, [
    { code, kind, options, state: 'open' },
  ]);
  const isDay = match.kind === 'answer' && kind === 'appointment' && match.option === 'done';
  return isDay && !readAppointment(match.note, READER).sure ? ASKS_BACK : doneAbout(match);
}
/** No answer says a day of a leave. */
const TODAY = '2026-01-01';
/** Whoever answers names days of any season. */
const READER = {
  now: Date.parse(`${TODAY}T00:00:00+08:00`),
  timeZone: 'Asia/Shanghai',
  language: 'zh-CN',
  daysAhead: 366,
} as const;

function isRight({ says }: AnswerExample, done: string): boolean {
  if (SAYS_NOTHING.has(says)) return done === ASIDE;
  // An attempt in vain that says no more is asked what now.
  return says === 'not-done' ? done === ASKS_BACK : done === says;
}

/**
 * Answers each alone, to the only thing that is asked, and compares. Whatever is said answers a question that was asked
 * back: it is read as reports are, and left out here.
 */
export function measureAnswers(all: readonly AnswerExample[]): MeasuredAnswers {
  const examples = all.filter(({ ask }) => ask !== 'clarify');
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
