import { readSymbols } from './alphabet.js';

/** Symbols people mistake for one another on a small screen or in handwriting, each as one of the pair. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  '8': 'B',
  '5': 'S',
  '2': 'Z',
  '6': 'G',
  U: 'V',
  Q: '0',
  D: '0',
};

const shape = (code: string): string => Array.from(code, (symbol) => LOOKS_LIKE[symbol] ?? symbol).join('');

function differences(a: string, b: string): number[] {
  return Array.from(a).flatMap((symbol, i) => (symbol === b.charAt(i) ? [] : [i]));
}

function isSwap(a: string, b: string, places: number[]): boolean {
  const [i, j, ...more] = places;
  if (i === undefined || j === undefined || more.length > 0) return false;
  return a.charAt(i) === b.charAt(j) && a.charAt(j) === b.charAt(i);
}

function isNear(typed: string, candidate: string): boolean {
  if (typed.length !== candidate.length) return false;
  if (shape(typed) === shape(candidate)) return true;
  const places = differences(typed, candidate);
  return places.length <= 1 || isSwap(typed, candidate, places);
}

/**
 * Those of `candidates` that `text` may have been meant as: one wrong character, two characters swapped, or only
 * characters that look alike. In the order of the candidates.
 */
export function nearestCodes(text: string, candidates: readonly string[]): string[] {
  const typed = readSymbols(text.trim());
  return candidates.filter((candidate) => isNear(typed, candidate));
}
