import { likelyDanger } from '../answers/likely-danger.js';
import { namesPlace } from '../reading/read-place.js';
import { complainsInAnswer, PLAINLY, type Reading } from '../reading/read-words.js';
import { RESIDENT_KINDS } from '../asks/ask-kinds.js';
import { ASK_KIND_NAMES, type AskKind } from '../asks/ask-names.js';
import type { Command } from './command.js';
import { foldText, tidyText } from '../words/fold-text.js';
import type { Match, OpenAsk } from './match-reply.js';
import type { ParsedText } from './parsed-text.js';
import { withoutSeparators } from '../words/separators.js';

/** The handling of a text; a text may be two of these at once. */
export type Taken<A extends OpenAsk> =
  /** Somebody is or may be in danger. */
  | { readonly as: 'danger'; readonly words: string }
  /** It answers what its sender is asked, or tries to. */
  | { readonly as: 'answer'; readonly match: Match<A> }
  /** It says what was asked back, in words of its own. */
  | { readonly as: 'said'; readonly ask: A; readonly words: string }
  | { readonly as: 'command'; readonly command: Command }
  /** How does my request stand? */
  | { readonly as: 'news' }
  /** A remark on a request of the sender's, or a new matter. */
  | { readonly as: 'words'; readonly words: string }
  | { readonly as: 'nothing' };

export interface Arrived<A extends OpenAsk> {
  readonly text: string;
  readonly parsed: ParsedText;
  readonly match: Match<A>;
  readonly asks: readonly A[];
  readonly staff: boolean;
  readonly read: (words: string) => Reading;
}

/**
 * The order in which every text is read: a danger, an answer to what its sender is asked, a command, a question how
 * things stand, a matter, nothing. What is both an answer and a matter ("收到，另外三组井盖也没了") is both.
 */
export function sortText<A extends OpenAsk>(sent: Arrived<A>): Taken<A>[] {
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
  if (!reportsForOthers(match, staff)) {
    if (isInDanger(reading) && isHeard(arrived, reading)) return takeDanger(arrived);
    const part = dangerInPart(arrived, reading);
    if (part !== undefined)
      return [
        { as: 'answer', match },
        { as: 'danger', words: part },
      ];
  }
  if (answersSomething(arrived, reading)) return takeAnswer(arrived);
  if (match.kind === 'command' && isCommandOf(match.command, reading, staff))
    return [{ as: 'command', command: match.command }];
  // A number alone asks how that request stands.
  if (parsed.request !== undefined && parsed.note === '') return [{ as: 'news' }];
  switch (reading.kind.is) {
    case 'news':
      return [{ as: 'news' }];
    case 'nothing':
      return [{ as: 'nothing' }];
    case 'matter':
      if (!hasWords(text)) return [{ as: 'nothing' }];
      return isOfWork(arrived, reading) ? takeAsWork(arrived) : [{ as: 'words', words: text }];
  }
}

/** Words beside a verdict are read by whoever did the work; others must complain plainly. */
function complains<A extends OpenAsk>({ match, read }: Arrived<A>, { complaint }: Reading): boolean {
  if (match.kind !== 'answer') return complaint.level === 'complaint';
  return match.ask.kind === 'confirmation'
    ? complainsInAnswer(read(match.note))
    : complaint.level === 'complaint' && complaint.confidence >= PLAINLY;
}

/**
 * A resident who complains about staff: the words go to nobody who works on what they are asked about, though the digit
 * or keyword of an answer counts.
 */
function takeComplaint<A extends OpenAsk>(arrived: Arrived<A>): Taken<A>[] {
  const { match, text } = arrived;
  if (match.kind !== 'answer') return [{ as: 'words', words: text }];
  const words = match.note === '' ? text : match.note;
  return [
    { as: 'answer', match: { ...match, note: '' } },
    { as: 'words', words },
  ];
}

const openOf = <A extends OpenAsk>({ asks }: Pick<Arrived<A>, 'asks'>): A[] =>
  asks.filter(({ state }) => state === 'open');

/** Whoever of the staff is asked something and names no place speaks of that, rather than of something new. */
const isOfWork = <A extends OpenAsk>(arrived: Arrived<A>, { place }: Reading): boolean =>
  arrived.staff && openOf(arrived).length > 0 && !namesPlace(place);

/** They are asked what they mean by it, or which they mean. */
function takeAsWork<A extends OpenAsk>(arrived: Arrived<A>): Taken<A>[] {
  const [only, ...more] = openOf(arrived);
  if (only === undefined) return [{ as: 'words', words: arrived.text }];
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

const isInDanger = ({ danger }: Reading): boolean => danger.level !== 'none';

/** What is less like one than this, beside all the answers that are known, is none. */
const LIKE_A_DANGER = 0.02;
/** The same of words that say that somebody is on the way, or there, beside any ask. */
const ON_THE_WAY = 0.1;
/** Answers are short; whoever writes more may well speak of something else. In characters, Latin ones a quarter each. */
const SHORT = 20;

/**
 * An answer or a command must speak of a danger plainly to be heard as that, too; that somebody is on the way is plain
 * words of a danger to the reading of reports ("the plumber is on the road").
 */
function isHeard<A extends OpenAsk>(arrived: Arrived<A>, reading: Reading): boolean {
  const { match, staff, text } = arrived;
  if (reading.danger.confidence >= PLAINLY)
    return !(staff && match.kind === 'going' && likelyDanger([...ASK_KIND_NAMES], text) < ON_THE_WAY);
  return !(
    match.kind === 'command' ||
    answersClearly(arrived) ||
    isHeardAsAnswer(match) ||
    isAnsweredRather(arrived, reading)
  );
}

/** A part that is less like a danger, beside all answers that are known, is none from the staff: "好的主任，我现在就去". */
const IN_PART = 0.05;
/**
 * What residents are asked, and whoever of the staff looks how somebody is or what is there: a danger in such an answer
 * need not be plain.
 */
const TELLS_OF_DANGERS: ReadonlySet<AskKind> = new Set<AskKind>([
  ...RESIDENT_KINDS,
  'follow-up',
  'check',
  're-check',
  'call',
  'report',
]);
/** What stands against a danger, or is over: "灭火器都在", "不冒火花了". */
const AGAINST_DANGER = /灭火器|消防(?:器材|栓|通道)/u;
const BURNS = /着火|起火|冒烟/u;
const IS_OVER = /[不没]再?(?:冒|漏|烧)|^(?:there is |there's )?no (?:more|longer)\b/iu;
const isNoDanger = (part: string): boolean =>
  (AGAINST_DANGER.test(part) && !BURNS.test(part)) || IS_OVER.test(part);
/** Where a clause ends: at a sign, at a space beside a Chinese character, before a word that turns. */
const CLAUSE_ENDS =
  /[,，.。;；!！?？、\n]|\s(?=\p{Script=Han})|(?<=\p{Script=Han})\s|\bbut\b|\band\b|但是?|不过|可是/iu;

/**
 * The part of an answer that speaks of a danger plainly, where all of it does not: "修好了，工人触电了" reads as a repair,
 * and "工人触电了" does not. The first clause answers.
 */
function dangerInPart<A extends OpenAsk>(
  { match, asks, staff, text, read }: Arrived<A>,
  whole: Reading,
): string | undefined {
  if (match.kind === 'command' || match.kind === 'unread') return undefined;
  const [first = '', ...others] = text.split(CLAUSE_ENDS).filter(hasWords);
  const behind = text.slice(text.indexOf(first) + first.length);
  const tellsOfOthers =
    match.kind !== 'going' && openOf({ asks }).some(({ kind }) => TELLS_OF_DANGERS.has(kind));
  const bar = whole.danger.level === 'danger' && tellsOfOthers ? 0 : PLAINLY;
  return [...(others.length > 1 ? [behind] : []), ...others]
    .map((part) => withoutSeparators(part))
    .find((part) => {
      const { level, confidence } = read(part).danger;
      const isPlain = level === 'danger' && confidence >= bar && !isNoDanger(part);
      return isPlain && !(staff && likelyDanger([...ASK_KIND_NAMES], part) < IN_PART);
    });
}

/**
 * The reading knows reports, and to it "he lives with his sister" may be a danger. Whoever of the staff is asked
 * something and names no place mostly answers: a danger that they do not name plainly must sound like one among answers
 * as well.
 */
function isAnsweredRather<A extends OpenAsk>(arrived: Arrived<A>, reading: Reading): boolean {
  const { text } = arrived;
  const length = /\p{Script=Han}/u.test(text) ? text.length : text.length / 4;
  return (
    length <= SHORT &&
    isOfWork(arrived, reading) &&
    likelyDanger(
      openOf(arrived).map(({ kind }) => kind),
      text,
    ) < LIKE_A_DANGER
  );
}

/** A code names what is meant, and says nothing by itself: "K7QV wall collapsed". */
const isCodeAlone = ({ option, keyword }: ParsedText, match: Match): boolean =>
  match.kind === 'bad-option' && option === undefined && keyword === undefined;

const answersClearly = <A extends OpenAsk>(arrived: Arrived<A>): boolean =>
  arrived.match.kind !== 'unread' &&
  !isCodeAlone(arrived.parsed, arrived.match) &&
  arrived.asks.some(({ state }) => state === 'open') &&
  isClear(arrived);

/** Letters or characters that can say something; a lone digit or sign cannot. */
const hasWords = (text: string): boolean => /\p{L}/u.test(text);

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

/** Words that begin another matter in the same text. */
const BESIDES =
  /(?:^|[,，。.;；!！]|(?<![,，。.;；!！\s])\s)\s*(?:另外|还有(?!一)|对了|顺便(?:说|问)?|再说个事|also|by the way|btw|another thing|one more thing)[,，:：\s]*/iu;

/** The words of a second matter, and those before them; undefined where there is none. */
function secondMatter<A extends OpenAsk>({
  text,
  read,
}: Arrived<A>): { first: string; second: string } | undefined {
  const found = BESIDES.exec(text);
  if (!found) return undefined;
  const second = withoutSeparators(text.slice(found.index + found[0].length));
  const reading = read(second);
  const says = isInDanger(reading) || (reading.kind.is === 'matter' && reading.category.sure);
  return says && hasWords(second) ? { first: text.slice(0, found.index), second } : undefined;
}

/** The words without the code of the ask, wherever it stands in them. */
function withoutCode(text: string, code: string): string {
  const original = tidyText(text);
  const at = foldText(text).indexOf(code.toLowerCase());
  const rest = at < 0 ? original : `${original.slice(0, at)} ${original.slice(at + code.length)}`;
  return withoutSeparators(rest).trim();
}

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

/** An answer that carries a danger is both, where it clearly is an answer; else the danger is all that counts. */
function takeDanger<A extends OpenAsk>(arrived: Arrived<A>): Taken<A>[] {
  const { match, text } = arrived;
  if (match.kind !== 'answer' || !isClear(arrived)) return [{ as: 'danger', words: text }];
  const words = match.note === '' ? text : match.note;
  return [
    { as: 'answer', match },
    { as: 'danger', words },
  ];
}

/**
 * Whether a digit, a keyword or a code stands for itself. "No electricity since noon" begins with a word that refuses,
 * and refuses nothing: a Latin keyword is an answer only where the sentence ends behind it or a sign follows.
 */
function isClear<A extends OpenAsk>({ parsed, text }: Arrived<A>): boolean {
  if (parsed.code !== undefined || parsed.nearCode !== undefined || parsed.last) return true;
  if (parsed.option !== undefined) return true;
  const { keyword } = parsed;
  if (keyword === undefined) return false;
  if (!/^[a-z]/.test(keyword)) return true;
  return /^[\s]*(?:$|[,.!;:，。！；：\d])/.test(text.trim().slice(keyword.length));
}

/** Whether a text is for what its sender is asked: by a code, or by a digit or keyword while something is asked. */
function answersSomething<A extends OpenAsk>(arrived: Arrived<A>, reading: Reading): boolean {
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
      // Whoever only asks how things stand is answered that.
      return isAsked && (isClear(arrived) || (!says && reading.kind.is !== 'news'));
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

/** The note of an answer without the matter that follows it. */
function withoutSecond(note: string, second: string): string {
  const at = note.lastIndexOf(second);
  if (at < 0) return note;
  return note
    .slice(0, at)
    .replace(
      /(?<![\s,，。.;；!！])[\s,，。.;；!！]*(?:另外|还有|对了|顺便|also|by the way|btw)[\s,，:：]*$/iu,
      '',
    );
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
