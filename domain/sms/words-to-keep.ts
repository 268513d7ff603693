import { RESIDENT_KINDS } from '../asks/ask-kinds.js';
import { readRequestId } from '../codes/request-id.js';
import type { Reading } from '../reading/read-words.js';
import { foldText } from '../words/fold-text.js';
import type { Match, OpenAsk } from './match.js';
import { parseText } from './parse-text.js';
import { splitByCodes } from './split-by-codes.js';
import { placeOfCode, withoutCode } from './without-code.js';

/** The meanings of a text that answer nothing yet: its sender is asked back. */
type AskedBack<A extends OpenAsk> = Extract<
  Match<A>,
  { readonly kind: 'likely' | 'not-done' | 'bad-option' }
>;

interface Sent {
  readonly text: string;
  /** The sender's local date. */
  readonly today: string;
  readonly read: (words: string) => Pick<Reading, 'complaint'>;
}

/**
 * The words of the staff that are kept with what they are asked about while they are asked back; undefined where there
 * are none besides a code and digits, where they name a request by its number, for they may be about that, and where they
 * may complain about staff: whom they name could read them. One text may speak of several asks, each by its code.
 */
export function wordsToKeep<A extends OpenAsk>(
  match: AskedBack<A>,
  { text, today, read }: Sent,
): string | undefined {
  const { ask } = match;
  if (RESIDENT_KINDS.has(ask.kind) || ask.state !== 'open') return undefined;
  const words = match.kind === 'likely' ? match.note : wordsOn(ask, text);
  if (!/\p{L}{2}/u.test(words) || namesRequest(words)) return undefined;
  if (match.kind === 'bad-option' && contradicts(words, today)) return undefined;
  return read(words).complaint.level === 'none' ? words : undefined;
}

function wordsOn({ code }: OpenAsk, text: string): string {
  const part = splitByCodes(text).find((one) => placeOfCode(one, code) !== undefined) ?? text;
  return withoutCode(part, code);
}

const NUMBER = /(?<![a-z0-9])[a-z0-9]{4}[-\u2010-\u2015\s]?[a-z0-9]{4}(?![a-z0-9])/g;

const namesRequest = (words: string): boolean =>
  [...foldText(words).matchAll(NUMBER)].some(([typed]) => readRequestId(typed) !== undefined);

/** "1 不同意": a digit or the word of an option stands among them, and means something else than they do. */
function contradicts(words: string, today: string): boolean {
  const { option, keyword } = parseText(words, today);
  return option !== undefined || keyword !== undefined;
}
