import { RESIDENT_KINDS } from '../asks/ask-kinds.js';
import type { Match, OpenAsk } from './match.js';
import { splitByCodes } from './split-by-codes.js';
import { withoutCode } from './without-code.js';

/** The meanings of a text that answer nothing yet: its sender is asked back. */
type AskedBack<A extends OpenAsk> = Extract<
  Match<A>,
  { readonly kind: 'likely' | 'not-done' | 'bad-option' }
>;

/**
 * The words of the staff that are kept with what they are asked about while they are asked back; undefined where there
 * are none besides a code and digits. One text may speak of several asks, each by its code.
 */
export function wordsToKeep<A extends OpenAsk>(match: AskedBack<A>, text: string): string | undefined {
  const { ask } = match;
  if (RESIDENT_KINDS.has(ask.kind) || ask.state !== 'open') return undefined;
  const words = match.kind === 'likely' ? match.note : wordsOn(ask, text);
  return /\p{L}{2}/u.test(words) ? words : undefined;
}

function wordsOn({ code }: OpenAsk, text: string): string {
  const parts = splitByCodes(text);
  const part = parts.find((one) => one.toUpperCase().includes(code)) ?? text;
  return withoutCode(part, code);
}
