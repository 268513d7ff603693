import { isMeantOtherwise } from '../answers/doubts.js';
import { remarkIn } from '../answers/remark-in.js';
import { RESIDENT_KINDS } from '../asks/ask-kinds.js';
import { foldWords } from '../reading/features.js';
import { namesPlace } from '../reading/read-place.js';
import { complainsInAnswer, isPlainComplaint, isPlainDanger, type Reading } from '../reading/read-words.js';
import { answerBefore, dangerInPart, secondMatter, withoutSecond } from './beside-answer.js';
import type { Command } from './command.js';
import { dangerBesideAsks, isPlainBesideAny } from './danger-beside-asks.js';
import { answersSomething, isClear, isHeardAsAnswer } from './is-answer.js';
import { isExcuse } from './is-excuse.js';
import type { Match, OpenAsk } from './match.js';
import type { ParsedText } from './parsed-text.js';
import { type Arrived, hasWords, isInDanger, openOf, type Taken } from './taken.js';
import { withoutCode } from './without-code.js';

/**
 * The order in which every text is read: a danger, an answer to what its sender is asked, a command, a question how
 * things stand, a matter, nothing. What is both an answer and a matter ("收到，另外三组井盖也没了") is both.
 */
export const sortText = <A extends OpenAsk>(sent: Arrived<A>): Taken<A>[] => sortWhole(sent).flatMap(apart);

/** "两个都收到" are two answers. */
const apart = <A extends OpenAsk>(taken: Taken<A>): Taken<A>[] =>
  taken.as === 'answer' && taken.match.kind === 'several' && taken.match.each
    ? taken.match.each.map((match) => ({ as: 'answer', match }))
    : [taken];

function sortWhole<A extends OpenAsk>(sent: Arrived<A>): Taken<A>[] {
  const arrived = withoutItsCode(sent);
  const { text, match, asks, parsed, staff } = arrived;
  const reading = arrived.read(text);
  // A corrected value may be a danger: it is read as such where it is corrected.
  const isCorrection = staff && match.kind === 'command' && match.command.name === 'correct';
  if (match.kind === 'command' && (isCorrection || isBare(match.command, text)))
    return [{ as: 'command', command: match.command }];
  if (!staff && complains(arrived, reading)) return takeComplaint(arrived);
  const asked = asks.find(({ kind, state }) => kind === 'clarify' && state === 'open');
  if (asked && isAboutNoOther(parsed, asked)) return takeSaid(arrived, asked);
  const isKept = isExcuse(arrived, reading);
  if (!reportsForOthers(match, staff)) {
    const isHeardWhole = isInDanger(reading) && isHeard(arrived, reading) && !isKept;
    const isPlain = isPlainDanger(reading.danger);
    const part = isHeardWhole && isPlain ? undefined : dangerInPart(arrived, reading);
    if (part !== undefined) return takeDangerInPart(arrived, part);
    if (isHeardWhole) return takeDanger(arrived);
  }
  if (answersSomething(arrived, reading) || (isKept && match.kind === 'answer')) return takeAnswer(arrived);
  const both = answerAndMatter(arrived);
  if (both) return both;
  if (match.kind === 'command' && isCommandOf(match.command, reading, staff))
    return [{ as: 'command', command: match.command }];
  // A number alone asks how that request stands.
  if (parsed.request !== undefined && parsed.note === '') return [{ as: 'news' }];
  switch (reading.kind.is) {
    case 'news':
      return (saysNotYet(text) && isOfWork(arrived, reading)) || isRemark(arrived, reading)
        ? takeAsWork(arrived)
        : [{ as: 'news' }];
    case 'nothing':
      return isRemark(arrived, reading) ? takeAsWork(arrived) : [{ as: 'nothing' }];
    case 'matter':
      if (!hasWords(text)) return [{ as: 'nothing' }];
      return isOfWork(arrived, reading) ? takeAsWork(arrived) : [{ as: 'words', words: text }];
  }
}

/** Words beside a verdict are read by whoever did the work; others must complain plainly. */
function complains<A extends OpenAsk>({ match, read }: Arrived<A>, { complaint }: Reading): boolean {
  // Who may know of a complaint is said about it, and is none of its own.
  if (match.kind === 'likely' && match.ask.kind === 'consent') return isPlainComplaint(complaint);
  if (match.kind !== 'answer') return complaint.level === 'complaint';
  return match.ask.kind === 'confirmation'
    ? complainsInAnswer(read(match.note))
    : isPlainComplaint(complaint);
}

/**
 * A resident who complains about staff: the words go to nobody who works on what they are asked about, though the digit
 * or keyword of an answer counts.
 */
function takeComplaint<A extends OpenAsk>({ match, text, parsed, hear }: Arrived<A>): Taken<A>[] {
  const { code = '', option = '' } = parsed;
  const answer = match.kind === 'answer' ? match : hear(`${code} ${option}`);
  if (answer.kind !== 'answer') return [{ as: 'words', words: text }];
  const { note } = match.kind === 'answer' ? match : parsed;
  return [
    { as: 'answer', match: { ...answer, note: '' } },
    { as: 'words', words: note || text },
  ];
}

/** Whoever of the staff is asked something, and names it by its code or no place, speaks of that, rather than of something new. */
const isOfWork = <A extends OpenAsk>(arrived: Arrived<A>, { place }: Reading): boolean =>
  arrived.staff && (namedOf(arrived) !== undefined || (openOf(arrived).length > 0 && !namesPlace(place)));

/** The open ask whose code the text names. */
const namedOf = <A extends OpenAsk>(arrived: Arrived<A>): A | undefined =>
  openOf(arrived).find(({ code }) => code === (arrived.parsed.code ?? arrived.parsed.last?.code));

/** "那边下大雨呢": to nobody else it asks for anything; of the only thing that is asked it tells something. */
function isRemark<A extends OpenAsk>(arrived: Arrived<A>, reading: Reading): boolean {
  const [only, ...more] = openOf(arrived);
  const ask = namedOf(arrived) ?? (more.length === 0 ? only : undefined);
  return (
    ask !== undefined &&
    !RESIDENT_KINDS.has(ask.kind) &&
    isOfWork(arrived, reading) &&
    remarkIn(ask.kind, arrived.text) !== undefined
  );
}

/** "Not yet", "还没定": an answer of whoever is asked, and a question of nobody. */
const saysNotYet = (text: string): boolean => {
  const folded = foldWords(text);
  const isNot = /还没|尚未|没(?:信|消息)/.test(folded) || (/\byet\b/.test(folded) && A_NO.test(folded));
  return isNot && !isMeantOtherwise(folded);
};
const A_NO = /\b(?:not|no|none|never)\b|n't\b/;

/** They are asked what they mean by it, or which they mean. */
function takeAsWork<A extends OpenAsk>(arrived: Arrived<A>): Taken<A>[] {
  const [only, ...more] = openOf(arrived);
  if (only === undefined) return [{ as: 'words', words: arrived.text }];
  const named = namedOf(arrived);
  if (named) return [{ as: 'answer', match: { kind: 'bad-option', ask: named } }];
  return [
    {
      as: 'answer',
      match: more.length > 0 ? { kind: 'several', asks: [only, ...more] } : { kind: 'bad-option', ask: only },
    },
  ];
}

/** Commands that are all that a text says; only "help" and a withdrawal can have words behind them. */
const ALONE: ReadonlySet<Command['name']> = new Set([
  'undo',
  'opt-out',
  'opt-in',
  'my-data',
  'erase-data',
  'list',
  'summary',
  'mute',
  'unmute',
]);
const HELP = /^[\s]*(?:help|帮助|[?？])[\s.。!！]*$/i;

function isBare(command: Command, text: string): boolean {
  if (command.name === 'help') return HELP.test(text);
  return ALONE.has(command.name) || (command.name === 'withdraw' && command.note === '');
}

/** From here on somebody who is asked something is in danger; a bound that loses fewer dangers than it lets alarms through. */
const DANGER_FROM = -2.2;

/** Of a command, or of an answer that comes late, it must be plain; else as told beside what its sender is asked. */
function isHeard<A extends OpenAsk>(arrived: Arrived<A>, reading: Reading): boolean {
  const { match, text } = arrived;
  if (match.kind === 'command') return isPlainDanger(reading.danger);
  const open = openOf(arrived);
  if (open.length === 0) return isPlainDanger(reading.danger) || !isHeardAsAnswer(match);
  const kinds = open.map(({ kind }) => kind);
  return (
    dangerBesideAsks(kinds, reading, text) >= DANGER_FROM ||
    (match.kind !== 'going' && isPlainBesideAny(reading, text))
  );
}

/** Commands by which the staff report for others: what is in danger there is read where the report is taken. */
const REPORTS: ReadonlySet<Command['name']> = new Set([
  'report-on-behalf',
  'visit',
  'visit-people',
  'reception',
]);
const reportsForOthers = <A extends OpenAsk>(match: Match<A>, staff: boolean): boolean =>
  match.kind === 'command' &&
  (match.command.name === 'report-on-behalf' || (staff && REPORTS.has(match.command.name)));

/** A code names the ask that is meant; without one, words go to the question that was asked back. */
const isAboutNoOther = ({ code, nearCode, command }: ParsedText, asked: OpenAsk): boolean =>
  command === undefined && (code === undefined || code === asked.code) && nearCode === undefined;

/** The code of an ask is read by itself: it is no word, and would make a danger in few words sound less like one. */
function withoutItsCode<A extends OpenAsk>(arrived: Arrived<A>): Arrived<A> {
  const { parsed, asks, text } = arrived;
  const code = parsed.code ?? parsed.last?.code;
  return code !== undefined && asks.some((ask) => ask.code === code)
    ? { ...arrived, text: withoutCode(text, code) }
    : arrived;
}

function takeSaid<A extends OpenAsk>(arrived: Arrived<A>, ask: A): Taken<A>[] {
  const apart = secondMatter(arrived);
  if (!apart) return [{ as: 'said', ask, words: arrived.text }];
  const said = apart.first.trim() === '' ? [] : [{ as: 'said' as const, ask, words: apart.first }];
  return [...said, { as: isInDanger(arrived.read(apart.second)) ? 'danger' : 'words', words: apart.second }];
}

/** An answer that carries a danger is both, where it clearly is an answer, or begins with one; else the danger is all that counts. */
function takeDanger<A extends OpenAsk>(arrived: Arrived<A>): Taken<A>[] {
  const { match, text, read } = arrived;
  if (match.kind === 'answer' && isClear(arrived))
    return [
      { as: 'answer', match },
      { as: 'danger', words: match.note === '' ? text : match.note },
    ];
  const before = answerBefore(arrived);
  return before && isInDanger(read(before.rest))
    ? [
        { as: 'answer', match: before.match },
        { as: 'danger', words: before.rest },
      ]
    : [{ as: 'danger', words: text }];
}

/** A danger behind an answer, or behind words that say nothing by themselves; where it is may stand at the end. */
function takeDangerInPart<A extends OpenAsk>(
  { match, text, read, hear }: Arrived<A>,
  part: string,
): Taken<A>[] {
  const at = text.indexOf(part);
  const behind = text.slice(at);
  const danger = { as: 'danger', words: isPlainDanger(read(behind).danger) ? behind : part } as const;
  const answer = match.kind === 'unread' ? hear(text.slice(0, at)) : match;
  return answer.kind === 'unread' ? [danger] : [{ as: 'answer', match: answer }, danger];
}

/** "好了 另外后街的水管爆了": all of it is no answer, and its beginning is one. */
function answerAndMatter<A extends OpenAsk>(arrived: Arrived<A>): Taken<A>[] | undefined {
  const second = secondMatter(arrived)?.second;
  const match = second === undefined ? undefined : answerBefore(arrived)?.match;
  return second === undefined || match === undefined
    ? undefined
    : [
        { as: 'answer', match },
        { as: 'words', words: second },
      ];
}

function takeAnswer<A extends OpenAsk>(arrived: Arrived<A>): Taken<A>[] {
  const { match } = arrived;
  const apart = match.kind === 'answer' ? secondMatter(arrived) : undefined;
  if (!apart || match.kind !== 'answer') return [{ as: 'answer', match }];
  const note = withoutSecond(match.note, apart.second);
  return [
    { as: 'answer', match: { ...match, note } },
    { as: isInDanger(arrived.read(apart.second)) ? 'danger' : 'words', words: apart.second },
  ];
}

/** Commands of the staff alone: from anybody else such words begin a report ("接待室漏水", "leave the gate open", "表坏了"). */
const OF_STAFF: ReadonlySet<Command['name']> = new Set([
  'stand-down',
  'correct',
  'call',
  'leave-unreadable',
  'visit-unreadable',
  'visit-people',
  'reception-unreadable',
  'form',
  'more',
]);

/** Whether a text that begins like a command is one. */
function isCommandOf(command: Command, { kind, category }: Reading, staff: boolean): boolean {
  if (!staff && OF_STAFF.has(command.name)) return false;
  // "Help, the water has been off for two days": whoever only wants help says no more.
  return !(command.name === 'help' && kind.is === 'matter' && category.sure);
}
