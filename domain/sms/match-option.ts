import { contradicts, isPlainlyElse } from '../answers/contradicts.js';
import { NEEDS_WORDS, SETTLES } from '../answers/doubts.js';
import { hearAnswer, plainlyGoing } from '../answers/hear-answer.js';
import { isSpanOfTime } from '../appointments/span-of-time.js';
import { ASK_KINDS, type AskOption, DIGITS, type OptionRule } from '../asks/ask-kinds.js';
import { foldText } from '../words/fold-text.js';
import { ANSWERS, type BegunAnswer, type Match, type OpenAsk } from './match.js';
import { matchVerdict } from './match-verdict.js';
import type { ParsedText } from './parsed-text.js';
import { isWhole, keywordAt } from './read-keyword.js';
import { saysSlip } from './read-slip.js';
import { separatorLength, withoutSeparators } from '../words/separators.js';

const digitOf = (ask: OpenAsk, rule: OptionRule): number =>
  ask.digitsBefore === true ? rule.numberBefore : rule.number;

/** What a text says of an ask that is open, or was. */
export function matchOption<A extends OpenAsk>(parsed: ParsedText, ask: A): Match<A> {
  const plain = matchPlainly(parsed, ask);
  return ask.kind === 'confirmation' ? matchVerdict(plain, parsed, ask) : plain;
}

function matchPlainly<A extends OpenAsk>(parsed: ParsedText, ask: A): Match<A> {
  const offered = ASK_KINDS[ask.kind].filter((rule) => ask.options.includes(rule.option));
  const awaited = ask.begun?.note === '' ? ruleOf(offered, ask.begun.option) : undefined;
  if (parsed.option !== undefined) {
    const rule = offered.find((one) => digitOf(ask, one) === parsed.option);
    if (rule) return byNumber(ask, rule, offered, parsed.note);
    const number = parsed.note === '' ? wantsNumber(ask, awaited) : undefined;
    if (number) return { kind: 'answer', ask, option: number, note: String(parsed.option) };
    return beyondOptions(parsed, ask, offered);
  }
  if (awaited && (parsed.keyword === undefined || isDeterminer(parsed)))
    return goOn(ask, awaited, offered, parsed.keyword === undefined ? parsed.note : parsed.text);
  return byWords(parsed, ask, offered);
}

/** Grids and sums are numbers: the desk is asked for a grid, and whoever passes on, or gave something, may be asked for one. */
function wantsNumber(ask: OpenAsk, awaited: OptionRule | undefined): AskOption | undefined {
  if (awaited && MAY_BE_NUMBER.has(awaited.option)) return awaited.option;
  return ask.kind === 'placement' ? 'place' : undefined;
}
const MAY_BE_NUMBER: ReadonlySet<AskOption> = new Set<AskOption>(['place', 'transfer', 'refer', 'aid']);

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

/**
 * The missing part comes now, and the words are that part, whatever they sound like: "没钱" is why it cannot be done. Unless
 * they plainly say something else: that it was a slip, a question, a contrary, a yes that came to nothing. What else surely is another option
 * is asked about, for its sender chose this one by its digit.
 */
function goOn<A extends OpenAsk>(
  ask: A,
  rule: OptionRule,
  offered: readonly OptionRule[],
  words: string,
): Match<A> {
  const { option } = rule;
  const heard = byHearing(ask, offered, words);
  if (saysSlip(words)) return { kind: 'bad-option', ask };
  if (isPlainlyElse(rule, words)) return heard;
  const isInVain = heard.kind === 'not-done' || heard.kind === 'going';
  const isYes = rule.number === DIGITS.yes;
  const doubted = isYes && (isInVain || contradicts(ask.kind, rule, offered, words));
  const isOther =
    heard.kind === 'answer' && heard.option !== option && !isElsewhere(ask, option, heard.option);
  if (isOther) return { kind: 'likely', ask, option: heard.option, note: words };
  return doubted ? heard : { kind: 'answer', ask, option, note: words, heard: true };
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
  if (isOpposite) return { kind: 'bad-option', ask };
  // "1 出发了" is how far they are, and no end of it.
  const far = rule.option === 'done' && note !== '' ? plainlyGoing(ask.kind, offered, note) : undefined;
  if (far) return { kind: 'going', ask, far, note, byDigit: true };
  if (note !== '' && contradicts(ask.kind, rule, offered, note)) return { kind: 'bad-option', ask };
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
  // Nothing but the word of an option that this ask does not offer must be beyond doubt, and is no result: "ok", "收到".
  const isOther = keyword !== undefined && note === '' && !named;
  return isOther && (heard.kind !== 'answer' || isNoResult(ask, heard.option))
    ? { kind: 'bad-option', ask }
    : heard;
}

const isNoResult = ({ kind }: OpenAsk, option: AskOption): boolean =>
  NEEDS_WORDS.includes(kind) && SETTLES.includes(option);

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
