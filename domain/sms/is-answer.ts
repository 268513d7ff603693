import type { Reading } from '../reading/read-words.js';
import type { Match, OpenAsk } from './match.js';
import { type Arrived, hasWords } from './taken.js';

/**
 * Whether a digit, a keyword or a code stands for itself. "No electricity since noon" begins with a word that refuses,
 * and refuses nothing: a Latin keyword is an answer only where the sentence ends behind it or a sign follows.
 */
export function isClear<A extends OpenAsk>({ parsed, text }: Arrived<A>): boolean {
  if (parsed.code !== undefined || parsed.nearCode !== undefined || parsed.last) return true;
  if (parsed.option !== undefined) return true;
  const { keyword } = parsed;
  if (keyword === undefined) return false;
  if (!/^[a-z]/.test(keyword)) return true;
  return /^[\s]*(?:$|[,.!;:，。！；：\d])/.test(text.trim().slice(keyword.length));
}

/** Whether a text is for what its sender is asked: by a code, or by a digit or keyword while something is asked. */
export function answersSomething<A extends OpenAsk>(arrived: Arrived<A>, reading: Reading): boolean {
  const { match, parsed, asks } = arrived;
  if (match.kind === 'command' || match.kind === 'unread') return false;
  const isAsked = asks.some(({ state }) => state === 'open');
  const says = reading.kind.is === 'matter' && reading.category.sure && parsed.note.length >= FEW;
  switch (match.kind) {
    case 'answer':
    case 'likely':
    case 'going':
    case 'not-done':
    case 'several':
    case 'note-needed':
      return isAsked && (isClear(arrived) || isHeardAsAnswer(match) || !says);
    case 'bad-option':
      // Whoever only asks how things stand is answered that; the staff ask what is meant ("哪个村的？").
      return isAsked && (isClear(arrived) || (!says && (arrived.staff || reading.kind.is !== 'news')));
    case 'nothing-open':
      return !isMatter(arrived, reading);
    case 'near-code':
    case 'unknown-code':
      return isAsked || !isMatter(arrived, reading);
    case 'late':
      // "The lamp is still out" is a verdict on what was reported, though it could be a matter of its own.
      if (match.would.kind === 'answer' && match.would.option === 'unsatisfied') return true;
      if (isHeardAsAnswer(match)) return !says || isClear(arrived);
      return isClear(arrived);
    case 'answered':
      return isClear(arrived) && !(says && parsed.code === undefined && parsed.last === undefined);
  }
}

/** Words heard as an answer to an ask, whatever else they speak of: "the lamp is still out" is a verdict. */
export function isHeardAsAnswer(match: Match): boolean {
  switch (match.kind) {
    case 'going':
    case 'not-done':
    case 'likely':
    case 'note-needed':
      return true;
    case 'answer':
    case 'several':
      return match.heard === true;
    case 'late':
      return match.would.kind === 'answer' || isHeardAsAnswer(match.would);
    default:
      return false;
  }
}

/** As few characters say nothing of their own beside a digit or a keyword. */
const FEW = 4;

/** Words enough to be a matter, though they begin like an answer: nobody is asked anything. */
const isMatter = <A extends OpenAsk>({ text, parsed }: Arrived<A>, { kind }: Reading): boolean =>
  kind.is === 'matter' && hasWords(parsed.note) && text.trim().length >= FEW;
