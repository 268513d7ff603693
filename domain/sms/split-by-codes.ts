import { readAskCode } from '../codes/ask-code.js';
import { foldText, tidyText } from '../words/fold-text.js';
import { separatorLength } from '../words/separators.js';

const TOKEN = /(?<![a-z0-9])[a-z][a-z0-9]{3}(?![a-z0-9])/g;

/**
 * The parts of a text that answers several asks at once, each with its code: "K7QV 1, R7PB 4 供水公司", "1 K7QV 3 R7PB
 * 等零件". Codes stand in front of what belongs to them where the text begins with one, else behind. The whole text where
 * it names fewer than two.
 */
export function splitByCodes(text: string): string[] {
  const original = tidyText(text);
  const folded = foldText(text);
  const found = [...folded.matchAll(TOKEN)]
    .filter(([token]) => isCode(token))
    .map(({ 0: token, index }) => ({ from: index, to: index + token.length }));
  const [first, ...others] = found;
  if (!first || others.length === 0) return [text];
  const isInFront = separatorLength(folded.slice(0, first.from)) === first.from;
  const cuts = isInFront ? found.map(({ from }) => from) : [0, ...found.slice(0, -1).map(({ to }) => to)];
  return cuts.map((from, i) => original.slice(from, cuts[i + 1]).trim());
}

/** No word is ever a code: it has a digit, and a character that checks the others. */
function isCode(token: string): boolean {
  const read = readAskCode(token);
  return read !== undefined && 'code' in read;
}
