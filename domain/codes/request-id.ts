import { ALPHABET, readSymbols, SURE_DIGITS } from './alphabet.js';
import { checkCharacter, isChecked } from './check-character.js';
import { numberBelow } from './random-number.js';

/**
 * Numbers of requests: eight symbols, the last a check character, stored as `7Q3K9M2X` and shown as `7Q3K-9M2X`. They
 * begin with a digit and codes of asks with a letter, so that in a text message neither is taken for the other.
 */
const FREE_SYMBOLS = 6;

/** A request number out of at least six random bytes: about 8.6 thousand million different ones. */
export function requestId(bytes: Uint8Array): string {
  let rest = numberBelow(SURE_DIGITS.length * ALPHABET.length ** FREE_SYMBOLS, bytes);
  let symbols = '';
  for (let i = 0; i < FREE_SYMBOLS; i++) {
    symbols = ALPHABET.charAt(rest % ALPHABET.length) + symbols;
    rest = Math.floor(rest / ALPHABET.length);
  }
  const payload = SURE_DIGITS.charAt(rest) + symbols;
  return payload + checkCharacter(payload);
}

/** The form people read: two groups of four. */
export const showRequestId = (id: string): string => `${id.slice(0, 4)}-${id.slice(4)}`;

/** The stored form of a typed number, without hyphens, spaces, width and case; undefined when it is none. */
export function readRequestId(text: string): string | undefined {
  const symbols = readSymbols(text.normalize('NFKC').replace(/[\s\-\u2010-\u2015]/g, ''));
  return symbols.length === 8 && SURE_DIGITS.includes(symbols.charAt(0)) && isChecked(symbols)
    ? symbols
    : undefined;
}
