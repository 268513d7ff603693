import { smsParts } from './sms-parts.js';
import type { TextKey } from './text-keys.js';

/** Texts that call for help may be longer: whoever reads them must know what they go to. */
const URGENT: ReadonlySet<TextKey> = new Set<TextKey>([
  'ask-report-emergency',
  'ask-report-emergency-duplicate',
  'told-emergency',
  'told-call-list',
  'told-danger-possible',
  'told-flood',
]);

/** The most parts that a text may need. A carrier charges for each. */
export const mostParts = (key: TextKey): number => (URGENT.has(key) ? 3 : 2);

/** Whether a text needs no more parts than it may. */
export const fits = (key: TextKey, body: string): boolean => smsParts(body).parts <= mostParts(key);

/** Room that words have at least, whatever stands beside them: below that nobody learns anything from them. */
export const FEWEST_WORDS = 12;

/**
 * Units that are read in one piece: a number with its signs and spaces ("+353 1 991 11", "17:30"), names in a row
 * ("Harbour Street"), a word. Within a function, because such patterns take 0.3 ms of a cold start.
 */
const pieces = () => [
  /\+?\p{N}(?:[\p{N} .,:/-]*\p{N})?[\p{Script=Latin}'’-]*/gu,
  /\p{Lu}[\p{Script=Latin}\p{N}'’-]*(?: \p{Lu}[\p{Script=Latin}\p{N}'’-]*){0,2}/gu,
  /[\p{Script=Latin}\p{N}'’-]+/gu,
];

/** Where words may end so that nothing is cut in two: at `end`, or before. */
export function endBefore(words: string, end: number): number {
  for (const piece of pieces())
    for (const { index, 0: found } of words.matchAll(piece))
      if (index < end && end < index + found.length) return endBefore(words, index);
  return end;
}

/** As many characters as fit, cut behind a whole word, name or number, and never within a character of two units. */
export function cutTo(words: string, length: number): string {
  if (words.length <= length) return words;
  const isLatin = !/[^\s!-ÿ]/.test(words);
  // A text in the alphabet of GSM-7 has no sign for three dots, and would need twice the room with it.
  const dots = isLatin ? '...' : '…';
  const kept = wholePieces(words, length - dots.length);
  // A name that fits by itself says more than the sign that it goes on.
  return kept === '' ? wholePieces(words, length) || dots : `${kept}${dots}`;
}

const wholePieces = (words: string, length: number): string =>
  words
    .slice(0, endBefore(words, Math.max(0, length)))
    .replace(/[\uD800-\uDBFF]$/, '')
    .replace(/(?<![\s,;:，；：、(（+])[\s,;:，；：、(（+]+$/u, '');

/** Words cut to the room that a text leaves, to no fewer than `fewest`: `render` gives the text with them. */
export function fitWords(
  key: TextKey,
  words: string,
  fewest: number,
  render: (words: string) => string,
): string {
  const hasRoom = (length: number): boolean => fits(key, render(cutTo(words, length)));
  if (hasRoom(words.length)) return words;
  let low = fewest;
  let high = words.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (hasRoom(middle)) low = middle;
    else high = middle;
  }
  return cutTo(words, low);
}
