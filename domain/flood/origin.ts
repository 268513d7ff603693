import { ALPHABET } from '../codes/alphabet.js';
import { numberBelow } from '../codes/random-number.js';

/** The kinds of origins: a network address, a phone that was filled in on a page, the sender of texts. */
export type OriginKind = 'address' | 'phone' | 'sender';

const LETTER: Readonly<Record<OriginKind, string>> = { address: 'A', phone: 'P', sender: 'S' };
const SYMBOLS = 8;

/** A code for an origin, `A-7K2M9QXR`, from a hash: the same for the same origin, which nobody reads from it. */
export function originCode(kind: OriginKind, hash: Uint8Array): string {
  let rest = numberBelow(ALPHABET.length ** SYMBOLS, hash);
  let symbols = '';
  for (let i = 0; i < SYMBOLS; i += 1) {
    symbols = ALPHABET.charAt(rest % ALPHABET.length) + symbols;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return `${LETTER[kind]}-${symbols}`;
}

/** The code as people write it; undefined when it is none. */
export function readOriginCode(text: string): string | undefined {
  const [, letter, symbols] =
    /^([APS])-?([0-9A-Z]{8})$/.exec(text.normalize('NFKC').toUpperCase().replaceAll(/\s/g, '')) ?? [];
  return letter === undefined ? undefined : `${letter}-${symbols}`;
}
