import { nearestCodes } from '../codes/nearest-codes.js';
import { answersToAll } from './answers-to-all.js';
import { ANSWERS, type Match, type OpenAsk } from './match.js';
import { matchOption } from './match-option.js';
import type { ParsedText } from './parsed-text.js';

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

/** Words without code, digit or keyword answer the only ask that they fit, or fit best, or all where they say so; else the sender chooses. */
function heardBy<A extends OpenAsk>(parsed: ParsedText, open: readonly A[]): Match<A> {
  const each = parsed.option === undefined && parsed.keyword === undefined ? answersToAll(parsed, open) : [];
  if (each.length > 0) return { kind: 'several', asks: open, heard: true, each };
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
