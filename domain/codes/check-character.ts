import { ALPHABET } from './alphabet.js';

/** x^5 + x^2 + 1, which makes 32 values a field in which doubling runs through all 31 that are not zero. */
const FIELD = 0b100101;

const double = (value: number): number => (value & 0b10000 ? (value << 1) ^ FIELD : value << 1);

function remainder(symbols: string): number {
  let sum = 0;
  for (const symbol of symbols) sum = double(sum) ^ ALPHABET.indexOf(symbol);
  return sum;
}

/**
 * The check character of a payload of at most 30 symbols.
 *
 * Crockford's own check is taken modulo 37 and needs the symbols * ~ $ = U, which are hard to find on a phone and
 * harder to say. This one stays inside the 32: each symbol is weighted with its own power of a generator of the field
 * with 32 elements. As the weights are all different and none is zero, it finds every single wrong character and every
 * swap of two characters, next to each other or not; of any other mistake it misses one in 32.
 */
export const checkCharacter = (payload: string): string => ALPHABET.charAt(double(remainder(payload)));

/** Whether symbols, the check character last, fit together. */
export function isChecked(symbols: string): boolean {
  return (
    symbols.length > 1 &&
    Array.from(symbols).every((symbol) => ALPHABET.includes(symbol)) &&
    remainder(symbols) === 0
  );
}
