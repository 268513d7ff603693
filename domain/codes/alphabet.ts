/** Crockford's base 32: ten digits and the letters without I, L, O and U. A symbol's position is its value. */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The digits that no letter is ever read as: 0 and 1 can be a typed O, I or L. */
export const SURE_DIGITS = '23456789';

/** The 22 letters of the alphabet. */
export const LETTERS = ALPHABET.slice(10);

const READ_AS: Readonly<Record<string, string>> = { I: '1', L: '1', O: '0' };

/** One typed character as the symbol it means, whatever its case and width; others stay themselves. */
function readSymbol(typed: string): string {
  const upper = typed.normalize('NFKC').toUpperCase();
  return READ_AS[upper] ?? upper;
}

/** Typed characters as symbols: upper case, half width, I and L as 1, O as 0. */
export const readSymbols = (typed: string): string => Array.from(typed, readSymbol).join('');
