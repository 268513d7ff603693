import type { AnswerExample } from '../answers/answer-example.js';
import { readAppointment } from '../appointments/read-appointment.js';
import { ASK_KINDS, RESIDENT_KINDS } from '../asks/ask-kinds.js';
import type { Reading } from '../reading/read-words.js';
import { matchReply } from './match-reply.js';
import type { Match, OpenAsk } from './match.js';
import { parseText } from './parse-text.js';
import { sortText } from './sort-text.js';
import { wordsToKeep } from './words-to-keep.js';

/**
 * What comes of an answer: the option it means, or none where it answers nothing; a question back; another option; an
 * emergency. `kept`: asked back, and the words, which answer nothing, stand with what is asked about. `aside` is left to be
 * read as anything else, though it answers.
 */
export const OUTCOMES = ['as meant', 'asked back', 'kept', 'aside', 'emergency', 'wrong'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface MeasuredAnswer {
  readonly example: AnswerExample;
  readonly outcome: Outcome;
  /** The handling, in order. */
  readonly done: readonly string[];
}

const ASIDE = 'aside';
const ASKS_BACK = 'asked back';
const KEPT = 'kept and asked back';
const DANGER = 'danger';
const NO_OPTION: ReadonlySet<string> = new Set([ASIDE, ASKS_BACK, KEPT, DANGER]);

/** No answer says a day of a leave. */
const TODAY = '2026-01-01';
/** Whoever answers names days of any season. */
const READER = {
  now: Date.parse(`${TODAY}T00:00:00+08:00`),
  timeZone: 'Asia/Shanghai',
  language: 'zh-CN',
  daysAhead: 366,
} as const;

/** An option is taken, somebody's progress noted, it is asked back, or left to be read as anything else. */
function doneAbout(match: Match, words: string, read: (words: string) => Reading): string {
  switch (match.kind) {
    case 'answer': {
      const isDay = match.ask.kind === 'appointment' && match.option === 'done';
      return isDay && !readAppointment(match.note, READER).sure ? ASKS_BACK : match.option;
    }
    // The note that the option needs is asked for; the option itself stands.
    case 'note-needed':
      return match.option;
    case 'going':
      return match.far;
    case 'likely':
    case 'not-done':
    case 'bad-option':
      return wordsToKeep(match, { text: words, today: TODAY, read }) === undefined ? ASKS_BACK : KEPT;
    case 'several':
      return ASKS_BACK;
    default:
      return ASIDE;
  }
}

/** All that is done about an answer to the only thing that is asked, with the code of it where a text has one, in the order in which every text is read. */
function doneWith({ ask: kind, words }: AnswerExample, read: (words: string) => Reading): string[] {
  const { nearCode, ...said } = parseText(words, TODAY);
  const code = said.code ?? nearCode ?? said.last?.code ?? CODE;
  const ask: OpenAsk = {
    code,
    kind,
    options: ASK_KINDS[kind].map(({ option }) => option),
    state: 'open',
  };
  const parsed = { ...said, ...(nearCode !== undefined && { code }) };
  const hear = (part: string): Match => matchReply(parseText(part, TODAY), [ask]);
  const taken = sortText({
    text: words,
    parsed,
    match: matchReply(parsed, [ask]),
    asks: [ask],
    staff: !RESIDENT_KINDS.has(kind),
    read,
    hear,
  });
  return taken.map((one) => {
    if (one.as === 'answer') return doneAbout(one.match, words, read);
    return one.as === 'danger' ? DANGER : ASIDE;
  });
}
const CODE = 'K7QV';

function outcomeOf(says: string, done: readonly string[]): Outcome {
  const keeps = done.includes(KEPT);
  const asksBack = keeps || done.includes(ASKS_BACK);
  if (done.includes(DANGER)) return says === DANGER ? 'as meant' : 'emergency';
  if (done.some((one) => !NO_OPTION.has(one))) return done.includes(says) ? 'as meant' : 'wrong';
  // An attempt in vain that says no more is asked what now.
  if (asksBack && (says === 'unclear' || says === 'not-done')) return 'as meant';
  const isNoAnswer = says === 'remark' || says === 'other';
  if (asksBack) return keeps && isNoAnswer ? 'kept' : 'asked back';
  return isNoAnswer ? 'as meant' : 'aside';
}

/**
 * Answers each alone, to the only thing that is asked, and compares. Whatever is said answers a question that was asked
 * back: it is read as reports are, and left out here.
 */
export function measureAnswers(
  examples: readonly AnswerExample[],
  read: (words: string) => Reading,
): MeasuredAnswer[] {
  return examples
    .filter(({ ask }) => ask !== 'clarify')
    .map((example) => {
      const done = doneWith(example, read);
      return { example, done, outcome: outcomeOf(example.says, done) };
    });
}
