import { smsParts } from './sms-parts.js';
import type { TextKey } from './text-keys.js';

/** Texts that call for help may be longer: whoever reads them must know what they go to. */
const URGENT: ReadonlySet<TextKey> = new Set<TextKey>([
  'ask-report-emergency',
  'ask-report-emergency-duplicate',
  'told-emergency',
  'told-call-list',
  'told-danger-possible',
]);

/** The most parts that a text may need. A carrier charges for each. */
export const mostParts = (key: TextKey): number => (URGENT.has(key) ? 3 : 2);

/** Whether a text needs no more parts than it may. */
export const fits = (key: TextKey, text: string): boolean => smsParts(text).parts <= mostParts(key);

/** Room that words have at least, whatever stands beside them: below that nobody learns anything from them. */
export const FEWEST_WORDS = 12;

const LATIN = /[\p{Script=Latin}\p{N}'’-]/u;

/** As many characters as fit, cut behind a whole word or number, and never within a character of two units. */
export function cutTo(words: string, length: number): string {
  if (words.length <= length) return words;
  const isLatin = !/[^\s!-ÿ]/.test(words);
  // A text in the alphabet of GSM-7 has no sign for three dots, and would need twice the room with it.
  const dots = isLatin ? '...' : '…';
  return `${words.slice(0, endOfWord(words, length - dots.length)).trimEnd()}${dots}`;
}

/** How many of at most so many characters end a whole word, and never within a character of two units. */
export function endOfWord(words: string, length: number): number {
  const most = Math.max(0, length);
  let end = most;
  if (LATIN.test(words.charAt(end))) while (end > 0 && LATIN.test(words.charAt(end - 1))) end -= 1;
  // One word that is longer than all the room is cut all the same.
  if (end === 0) end = most;
  return /[\uD800-\uDBFF]/.test(words.charAt(end - 1)) ? end - 1 : end;
}

/** Words cut to the room that a text leaves them: `render` gives the text with the words put in. */
export function fitWords(key: TextKey, words: string, render: (words: string) => string): string {
  const isRoomFor = (length: number): boolean => fits(key, render(cutTo(words, length)));
  if (isRoomFor(words.length)) return words;
  let low = FEWEST_WORDS;
  let high = words.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isRoomFor(middle)) low = middle;
    else high = middle;
  }
  return cutTo(words, low);
}
