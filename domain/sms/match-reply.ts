import { contradicts, hearAnswer, isDoubted } from '../answers/hear-answer.js';
import { isSpanOfTime } from '../appointments/span-of-time.js';
import { ASK_KINDS, type AskKind, type AskOption, DIGITS, type OptionRule } from '../asks/ask-kinds.js';
import type { Verdict } from '../asks/verdict.js';
import { nearestCodes } from '../codes/nearest-codes.js';
import type { Command } from './command.js';
import { foldText } from '../words/fold-text.js';
import { matchVerdict } from './match-verdict.js';
import type { ParsedText } from './parsed-text.js';
import { isWhole, keywordAt } from './read-keyword.js';
import { separatorLength, withoutSeparators } from '../words/separators.js';

/** An answer that a text began: its option is known, or was guessed at, and something is missing yet. */
export interface BegunAnswer {
  readonly option: AskOption;
  /** The words that came with it. */
  readonly note: string;
  /** It was asked whether this was done before its appointment. */
  readonly early?: true | undefined;
}

/** An ask that was put to the sender; `options` are those offered, of the kind's own. */
export interface OpenAsk {
  readonly code: string;
  readonly kind: AskKind;
  readonly options: readonly AskOption[];
  readonly state: 'open' | 'answered' | 'expired';
  /** Its text offered the digits from before one digit had one meaning. */
  readonly digitsBefore?: boolean | undefined;
  /** The sender's last text began to answer it. */
  readonly begun?: BegunAnswer | undefined;
}

/** The meaning of a text. */
export type Match<A extends OpenAsk = OpenAsk> =
  | { readonly kind: 'command'; readonly command: Command }
  | {
      readonly kind: 'answer';
      readonly ask: A;
      readonly option: AskOption;
      readonly note: string;
      /** In words, without digit, keyword or code: they may be about something else. */
      readonly heard?: true;
      /** The verdict at closure. */
      readonly verdict?: Verdict;
    }
  /** Probably this option: its digit confirms it. */
  | {
      readonly kind: 'likely';
      readonly ask: A;
      readonly option: AskOption;
      readonly note: string;
      /** The certain part of the verdict at closure. */
      readonly verdict?: Verdict;
    }
  /** The option is clear, but what it needs (a reason, a date, a department, what was done) is missing. */
  | { readonly kind: 'note-needed'; readonly ask: A; readonly option: AskOption }
  /** Somebody is on the way or on site: no answer yet, and worth knowing. */
  | {
      readonly kind: 'going';
      readonly ask: A;
      readonly far: 'on-the-way' | 'on-site';
      readonly note: string;
    }
  /** It was tried, and is not in order: what now? */
  | { readonly kind: 'not-done'; readonly ask: A }
  /** The text says something but not about which of these. */
  | {
      readonly kind: 'several';
      readonly asks: readonly A[];
      /** It sounds like an answer of more than one. */
      readonly heard?: true;
    }
  /** The ask is clear, but not which of its options. */
  | { readonly kind: 'bad-option'; readonly ask: A }
  | { readonly kind: 'near-code'; readonly typed: string; readonly likely: readonly string[] }
  | { readonly kind: 'unknown-code'; readonly typed: string }
  /** The ask's time had run out; `would` is what the text would have been before. */
  | { readonly kind: 'late'; readonly ask: A; readonly would: Match<A> }
  /** Somebody had answered it. */
  | { readonly kind: 'answered'; readonly ask: A }
  | { readonly kind: 'nothing-open' }
  /** Words that answer nothing: help, or a new request. */
  | { readonly kind: 'unread' };

/**
 * Finds what a text answers among the asks put to its sender, in the order they were asked, closed ones included. Never
 * guesses: without a code only a sole open ask is answered, or the only one that the words fit; a near miss is told the
 * likely codes, an unclear option is asked back.
 */
export function matchReply<A extends OpenAsk>(parsed: ParsedText, openAsks: readonly A[]): Match<A> {
  if (parsed.command) return { kind: 'command', command: parsed.command };
  const typed = parsed.code ?? parsed.nearCode;
  if (typed !== undefined) return matchCode(parsed, typed, openAsks);
  const { last } = parsed;
  // A code at the end may also be a word of the note, unless somebody asked the sender with it.
  const named = last && openAsks.find(({ code }) => code === last.code);
  if (named) return matchAsk({ ...parsed, note: last.note }, named);
  const open = openAsks.filter((ask) => ask.state === 'open');
  const begun = open.find((ask) => ask.begun !== undefined);
  if (begun) return matchOption(parsed, begun);
  const says = parsed.option !== undefined || parsed.keyword !== undefined;
  const [only, ...more] = open;
  if (more.length > 0) return says ? amongSeveral(parsed, open) : heardBy(parsed, open);
  if (only) return matchAsk(parsed, only);
  // With nothing open, they answer what they were asked last; words do where they sound like it, and nobody has
  // answered it.
  const asked = openAsks.at(-1);
  if (says) return asked ? matchAsk(parsed, asked) : { kind: 'nothing-open' };
  return asked?.state === 'expired' ? lateWords(parsed, asked) : { kind: 'unread' };
}

function matchCode<A extends OpenAsk>(parsed: ParsedText, typed: string, asks: readonly A[]): Match<A> {
  const ask = asks.find(({ code }) => code === parsed.code);
  if (ask) return matchAsk(parsed, ask);
  const likely = nearestCodes(
    typed,
    asks.map(({ code }) => code),
  );
  return likely.length > 0 ? { kind: 'near-code', typed, likely } : { kind: 'unknown-code', typed };
}

/** A bare digit fits many; words behind it may fit one only. */
function amongSeveral<A extends OpenAsk>(parsed: ParsedText, open: readonly A[]): Match<A> {
  if (parsed.option !== undefined || parsed.note === '') return { kind: 'several', asks: open };
  const heard = heardBy(parsed, open);
  return heard.kind === 'unread' ? { kind: 'several', asks: open } : heard;
}

/** Words without code, digit or keyword answer the only ask that they fit, or fit best; else the sender chooses. */
function heardBy<A extends OpenAsk>(parsed: ParsedText, open: readonly A[]): Match<A> {
  const heard = open.map((ask) => matchOption(parsed, ask));
  for (const fits of [ANSWERS, PERHAPS]) {
    const [only, ...more] = heard.filter(({ kind }) => fits.has(kind));
    if (only && more.length === 0) return only;
    if (only) return { kind: 'several', asks: open, heard: true };
  }
  return heard.some(({ kind }) => kind === 'bad-option')
    ? { kind: 'several', asks: open }
    : { kind: 'unread' };
}

function lateWords<A extends OpenAsk>(parsed: ParsedText, ask: A): Match<A> {
  const match = matchAsk(parsed, ask);
  return match.kind === 'late' && ANSWERS.has(match.would.kind) ? match : { kind: 'unread' };
}

const PERHAPS: ReadonlySet<Match['kind']> = new Set<Match['kind']>(['likely']);
const ANSWERS: ReadonlySet<Match['kind']> = new Set<Match['kind']>([
  'answer',
  'note-needed',
  'going',
  'not-done',
]);

function matchAsk<A extends OpenAsk>(parsed: ParsedText, ask: A): Match<A> {
  switch (ask.state) {
    case 'expired':
      return { kind: 'late', ask, would: matchOption(parsed, ask) };
    case 'answered':
      return { kind: 'answered', ask };
    case 'open':
      return matchOption(parsed, ask);
  }
}

const digitOf = (ask: OpenAsk, rule: OptionRule): number =>
  ask.digitsBefore === true ? rule.numberBefore : rule.number;

function matchOption<A extends OpenAsk>(parsed: ParsedText, ask: A): Match<A> {
  const plain = matchPlainly(parsed, ask);
  return ask.kind === 'confirmation' ? matchVerdict(plain, parsed, ask) : plain;
}

function matchPlainly<A extends OpenAsk>(parsed: ParsedText, ask: A): Match<A> {
  const offered = ASK_KINDS[ask.kind].filter((rule) => ask.options.includes(rule.option));
  if (parsed.option !== undefined) {
    const rule = offered.find((one) => digitOf(ask, one) === parsed.option);
    if (rule) return byNumber(ask, rule, offered, parsed.note);
    // The desk is asked for a grid, and any other number is one.
    if (ask.kind === 'placement' && parsed.note === '')
      return { kind: 'answer', ask, option: 'place', note: String(parsed.option) };
    return beyondOptions(parsed, ask, offered);
  }
  const { begun } = ask;
  if (begun && begun.note === '' && parsed.keyword === undefined) return goOn(ask, begun.option, parsed.note);
  return byWords(parsed, ask, offered);
}

/** A digit that this ask does not offer may number something else ("3 垃圾桶满了"): what the words behind it say is asked back. */
function beyondOptions<A extends OpenAsk>(
  { option = 0, note }: ParsedText,
  ask: A,
  offered: readonly OptionRule[],
): Match<A> {
  const isNoDigit = option > DIGITS.no && ask.kind !== 'placement' && /\p{L}/u.test(note);
  const heard = isNoDigit ? byHearing(ask, offered, note) : undefined;
  return heard?.kind === 'answer'
    ? { kind: 'likely', ask, option: heard.option, note: heard.note }
    : { kind: 'bad-option', ask };
}

/** The missing part comes now; unless the words say something else altogether, or that it did not work. */
function goOn<A extends OpenAsk>(ask: A, option: AskOption, words: string): Match<A> {
  const offered = ASK_KINDS[ask.kind].filter((rule) => ask.options.includes(rule.option));
  const heard = hearAnswer(ask.kind, offered, words);
  const rule = ruleOf(offered, option);
  const says = heard.says === 'option' || heard.says === 'likely' ? heard.option : undefined;
  const isOther =
    heard.says === 'not-done' ||
    heard.says === 'going' ||
    (says !== undefined && says !== option && !isElsewhere(ask, option, says));
  if (isOther || (rule && isDoubted(ask.kind, rule, offered, words))) return byHearing(ask, offered, words);
  return { kind: 'answer', ask, option, note: words, heard: true };
}

/** Why something sent back cannot be done says where else to go, too: "公路站管，找他们". */
const isElsewhere = ({ kind }: OpenAsk, option: AskOption, says: AskOption): boolean =>
  kind === 'returned' && option === 'refuse' && says === 'transfer';

const ruleOf = (offered: readonly OptionRule[], option: AskOption): OptionRule | undefined =>
  offered.find((rule) => rule.option === option);

/**
 * The option with this digit. "1 收到" says it twice; "1 不满意" and "1 没修好" contradict themselves and are no choice. A
 * Latin keyword contradicts only where it is all that is said: "1 no problem" is a yes.
 */
function byNumber<A extends OpenAsk>(
  ask: A,
  rule: OptionRule,
  offered: readonly OptionRule[],
  note: string,
): Match<A> {
  const { begun } = ask;
  if (note === '' && begun?.option === rule.option) return confirmed(ask, begun);
  const folded = foldText(note);
  const said = keywordAt(
    folded,
    offered.flatMap(({ keywords }) => keywords),
  );
  if (said && rule.keywords.includes(said.keyword) && endsThere(folded, said.length))
    return withNote(ask, rule, withoutSeparators(note.slice(said.length)));
  const isOpposite =
    said !== undefined &&
    !rule.keywords.includes(said.keyword) &&
    (isWhole(folded, said) || !/^[a-z]/.test(said.keyword));
  if (isOpposite || (note !== '' && contradicts(ask.kind, rule, offered, note)))
    return { kind: 'bad-option', ask };
  return withNote(ask, rule, note);
}

/** The digit of what was begun, by itself: it was meant so; a second one says that there are no words to it. */
function confirmed<A extends OpenAsk>(ask: A, { option, note }: BegunAnswer): Match<A> {
  const rule = ASK_KINDS[ask.kind].find((one) => one.option === option);
  if (note === '' && rule?.note === 'required') return { kind: 'note-needed', ask, option };
  return { kind: 'answer', ask, option, note };
}

/** "No crew tonight" begins with the word that refuses, and need not refuse. */
const isDeterminer = ({ code, keyword, note, text }: ParsedText): boolean =>
  keyword === 'no' && code === undefined && /^[a-z]{2}/i.test(note) && /^no\s/i.test(text);

/** A keyword says it plainly where nothing behind it turns it round; other words are weighed. */
function byWords<A extends OpenAsk>(parsed: ParsedText, ask: A, offered: readonly OptionRule[]): Match<A> {
  const { keyword, note, text } = parsed;
  const named = offered.find(({ keywords }) => keyword !== undefined && keywords.includes(keyword));
  if (named && !isDeterminer(parsed) && (note === '' || !contradicts(ask.kind, named, offered, note)))
    return withNote(ask, named, note);
  const words = keyword === undefined ? note : text;
  if (words === '') return { kind: 'bad-option', ask };
  const heard = byHearing(ask, offered, words);
  const only = saysItAll(parsed, ask, offered);
  if (only && !ANSWERS.has(heard.kind))
    return { kind: 'answer', ask, option: only.option, note: words, heard: true };
  // Nothing but the word of an option that this ask does not offer must be beyond doubt.
  const isOther = keyword !== undefined && note === '' && !named;
  return isOther && heard.kind !== 'answer' ? { kind: 'bad-option', ask } : heard;
}

/** Where nothing but words is wanted (why, and until when), a sentence with the code of the ask is these words. */
function saysItAll(
  { code, last, keyword, note }: ParsedText,
  ask: OpenAsk,
  offered: readonly OptionRule[],
): OptionRule | undefined {
  const [only, ...others] = offered;
  const isNamed = code === ask.code || last?.code === ask.code;
  const isSentence = keyword === undefined && (note.match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS;
  return others.length === 0 && only?.note === 'required' && isNamed && isSentence ? only : undefined;
}

/** "看不懂", "what" is no reason for anything. */
const FEWEST_LETTERS = 6;

function byHearing<A extends OpenAsk>(ask: A, offered: readonly OptionRule[], words: string): Match<A> {
  if (ask.kind === 'appointment' && isSpanOfTime(words))
    return { kind: 'answer', ask, option: 'done', note: words, heard: true };
  const heard = hearAnswer(ask.kind, offered, words);
  switch (heard.says) {
    case 'option': {
      const match = withNote(ask, ruleOf(offered, heard.option), words);
      return match.kind === 'answer' ? { ...match, heard: true } : match;
    }
    case 'likely':
      // A date that is not sure is asked back with the date, not with the word for it.
      if (ask.kind === 'appointment' && heard.option === 'done')
        return { kind: 'answer', ask, option: 'done', note: words, heard: true };
      return { kind: 'likely', ask, option: heard.option, note: words };
    case 'going':
      return { kind: 'going', ask, far: heard.far, note: words };
    case 'not-done':
      return { kind: 'not-done', ask };
    case 'unclear':
      return { kind: 'bad-option', ask };
    case 'aside':
      return { kind: 'unread' };
  }
}

function withNote<A extends OpenAsk>(ask: A, rule: OptionRule | undefined, note: string): Match<A> {
  if (!rule) return { kind: 'bad-option', ask };
  const { option } = rule;
  if (note === '' && (rule.note === 'required' || rule.wanted)) return { kind: 'note-needed', ask, option };
  return { kind: 'answer', ask, option, note: withoutLooseBracket(note) };
}

/** "4转办（供水公司）": the bracket that opened went with the digit. */
const withoutLooseBracket = (note: string): string =>
  /^[^(（[【]*[)）\]】]$/.test(note) ? note.slice(0, -1) : note;

/** Whether a word ends here: "1 已到，关阀" says the option twice, "1 已到场关阀" goes on. */
const endsThere = (folded: string, length: number): boolean =>
  length === folded.length || separatorLength(folded.slice(length)) > 0;
