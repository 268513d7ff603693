import { ALPHABET, LETTERS, readSymbols, SURE_DIGITS } from './alphabet.js';
import { checkCharacter, isChecked } from './check-character.js';
import { numberBelow } from './random-number.js';

const UNSURE = Array.from(ALPHABET)
  .filter((symbol) => !SURE_DIGITS.includes(symbol))
  .join('');

/** Second and third symbol: at least one of them a sure digit. */
const DIGIT_SECOND = SURE_DIGITS.length * ALPHABET.length;
const PAIRS = DIGIT_SECOND + UNSURE.length * SURE_DIGITS.length;

const pick = (from: string, index: number): string => from.charAt(index % from.length);

function pair(n: number): string {
  if (n < DIGIT_SECOND) return pick(SURE_DIGITS, Math.floor(n / ALPHABET.length)) + pick(ALPHABET, n);
  const rest = n - DIGIT_SECOND;
  return pick(UNSURE, Math.floor(rest / SURE_DIGITS.length)) + pick(SURE_DIGITS, rest);
}

/**
 * The code a person texts back, for example `K7Q3`: three symbols and a check character, out of at least six random
 * bytes. There are 9,856 of them; whoever gives one out makes sure that it is free.
 *
 * The first symbol is a letter, so that "1234" and "12" are numbers and "1K7Q3" is option 1 of K7Q3. The second or
 * third is a digit from 2 to 9, which no letter is read as, so that no word, and so no keyword or command, is ever a
 * code.
 */
export function askCode(bytes: Uint8Array): string {
  const n = numberBelow(LETTERS.length * PAIRS, bytes);
  const payload = pick(LETTERS, Math.floor(n / PAIRS)) + pair(n % PAIRS);
  return payload + checkCharacter(payload);
}

const wellFormed = (code: string): boolean =>
  LETTERS.includes(code.charAt(0)) && /[2-9]/.test(code.slice(1, 3)) && isChecked(code);

/**
 * Reads four typed characters: a code, something so like one (letters and digits mixed) that it must be a slip, or
 * neither.
 */
export function readAskCode(
  text: string,
): { readonly code: string } | { readonly nearMiss: true } | undefined {
  const typed = text.normalize('NFKC').trim();
  if (!/^[a-z0-9]{4}$/i.test(typed)) return undefined;
  const code = readSymbols(typed);
  if (wellFormed(code)) return { code };
  return /\d/.test(typed) && /[a-z]/i.test(typed) ? { nearMiss: true } : undefined;
}
