import { readAskCode } from '../codes/ask-code.js';
import { foldText, tidyText } from '../words/fold-text.js';
import { withoutSeparators } from '../words/separators.js';

/** The words without the code of the ask, wherever it stands in them, and however it was typed. */
export function withoutCode(text: string, code: string): string {
  const original = tidyText(text);
  const at = placeOfCode(text, code);
  const rest = at === undefined ? original : `${original.slice(0, at)} ${original.slice(at + code.length)}`;
  return withoutSeparators(rest).trim();
}

/** Any four characters in a row: an option may stand right before a code or behind it ("K7QV1"). */
const FOUR = /(?=([a-z0-9]{4}))/g;

/** Where the code begins in the tidied text, typed with O for 0 or in full width, too. */
export function placeOfCode(text: string, code: string): number | undefined {
  const isIt = (typed = ''): boolean => {
    const read = readAskCode(typed);
    return read !== undefined && 'code' in read && read.code === code;
  };
  return [...foldText(text).matchAll(FOUR)].find(([, typed]) => isIt(typed))?.index;
}
