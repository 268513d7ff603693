import { foldText, tidyText } from '../words/fold-text.js';
import { withoutSeparators } from '../words/separators.js';

/** The words without the code of the ask, wherever it stands in them. */
export function withoutCode(text: string, code: string): string {
  const original = tidyText(text);
  const at = foldText(text).indexOf(code.toLowerCase());
  const rest = at < 0 ? original : `${original.slice(0, at)} ${original.slice(at + code.length)}`;
  return withoutSeparators(rest).trim();
}
