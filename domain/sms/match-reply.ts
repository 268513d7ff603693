import { ASK_KINDS, type AskKind, type AskOption, type OptionRule } from '../asks/ask-kinds.js';
import { nearestCodes } from '../codes/nearest-codes.js';
import type { Command } from './command.js';
import { foldText } from './fold-text.js';
import type { ParsedText } from './parsed-text.js';
import { isWhole, keywordAt } from './read-keyword.js';
import { withoutSeparators } from './separators.js';

/** An ask that was put to the sender; `options` are those offered, of the kind's own. */
export interface OpenAsk {
  readonly code: string;
  readonly kind: AskKind;
  readonly options: readonly AskOption[];
  readonly state: 'open' | 'answered' | 'expired';
}

/** What a text is taken for. */
export type Match<A extends OpenAsk = OpenAsk> =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'answer'; readonly ask: A; readonly option: AskOption; readonly note: string }
  /** The option is clear, but it needs a reason, a date or a target. */
  | { readonly kind: 'note-needed'; readonly ask: A; readonly option: AskOption }
  /** The text says something but not about which of these. */
  | { readonly kind: 'several'; readonly asks: readonly A[] }
  /** The ask is clear, but not which of its options. */
  | { readonly kind: 'bad-option'; readonly ask: A }
  | { readonly kind: 'near-code'; readonly typed: string; readonly likely: readonly string[] }
  | { readonly kind: 'unknown-code'; readonly typed: string }
  /** The ask's time had run out, or somebody had answered it. */
  | { readonly kind: 'late'; readonly ask: A }
  | { readonly kind: 'answered'; readonly ask: A }
  | { readonly kind: 'nothing-open' }
  /** Words without option, keyword, code or command: help, or a new request. */
  | { readonly kind: 'unread' };

/**
 * Finds what a text answers among the asks put to its sender, in the order they were asked, closed ones included. Never guesses: without
 * a code only a sole open ask is answered, a near miss is told the likely codes, an unclear option gets the list of options.
 */
export function matchReply<A extends OpenAsk>(parsed: ParsedText, openAsks: readonly A[]): Match<A> {
  if (parsed.command) return { kind: 'command', command: parsed.command };
  const typed = parsed.code ?? parsed.nearCode;
  if (typed !== undefined) return matchCode(parsed, typed, openAsks);
  if (parsed.option === undefined && parsed.keyword === undefined) return { kind: 'unread' };
  const { last } = parsed;
  // A code at the end may also be a word of the note, unless somebody asked the sender with it.
  const named = last && openAsks.find(({ code }) => code === last.code);
  if (named) return matchAsk({ ...parsed, note: last.note }, named);
  const open = openAsks.filter((ask) => ask.state === 'open');
  const [only, ...more] = open;
  if (more.length > 0) return { kind: 'several', asks: open };
  // With nothing open, they answer what they were asked last.
  const ask = only ?? openAsks.at(-1);
  return ask ? matchAsk(parsed, ask) : { kind: 'nothing-open' };
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

function matchAsk<A extends OpenAsk>(parsed: ParsedText, ask: A): Match<A> {
  switch (ask.state) {
    case 'expired':
      return { kind: 'late', ask };
    case 'answered':
      return { kind: 'answered', ask };
    case 'open':
      return matchOption(parsed, ask);
  }
}

function matchOption<A extends OpenAsk>(parsed: ParsedText, ask: A): Match<A> {
  const offered = ASK_KINDS[ask.kind].filter((rule) => ask.options.includes(rule.option));
  const choice =
    parsed.option === undefined ? byKeyword(parsed, offered) : byNumber(parsed.option, parsed.note, offered);
  if (!choice) return { kind: 'bad-option', ask };
  const { option, note: rule } = choice.rule;
  if (rule === 'required' && choice.note === '') return { kind: 'note-needed', ask, option };
  return { kind: 'answer', ask, option, note: choice.note };
}

interface Choice {
  readonly rule: OptionRule;
  readonly note: string;
}

function byKeyword({ keyword, note }: ParsedText, offered: readonly OptionRule[]): Choice | undefined {
  const rule = offered.find(({ keywords }) => keyword !== undefined && keywords.includes(keyword));
  return rule && { rule, note };
}

/**
 * The option with this number. "1 收到" says it twice; "1 不满意" contradicts itself and is no choice. A Latin keyword contradicts only where it
 * is all that is said: "1 no problem" is a yes.
 */
function byNumber(number: number, note: string, offered: readonly OptionRule[]): Choice | undefined {
  const rule = offered.find((one) => one.number === number);
  const folded = foldText(note);
  const said = keywordAt(
    folded,
    offered.flatMap(({ keywords }) => keywords),
  );
  if (!rule || !said) return rule && { rule, note };
  if (rule.keywords.includes(said.keyword)) return { rule, note: withoutSeparators(note.slice(said.length)) };
  const contradicts = isWhole(folded, said) || !/^[a-z]/.test(said.keyword);
  return contradicts ? undefined : { rule, note };
}
