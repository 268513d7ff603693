import { readAskCode } from '../codes/ask-code.js';
import { foldText, tidyText } from '../words/fold-text.js';
import { separatorLength } from '../words/separators.js';

const TOKEN = /(?<![a-z0-9])[a-z][a-z0-9]{3}(?![a-z0-9])/g;

/** A code in a text, and its place there. */
interface Found {
  readonly from: number;
  readonly to: number;
}

/**
 * The parts of a text that answers several asks at once, each with its code: "K7QV 1, R7PB 4 供水公司", "1 K7QV 3 R7PB
 * 等零件". Codes stand in front of what belongs to them where the text begins with one, else behind; of codes side by side
 * ("K7QV和R7PB都办结了", "1 K7QV R7PB") each has the same words, unless there are words on both sides of them. The whole text where it names fewer than two.
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
  const groups = sideBySide(folded, found);
  const starts = isInFront ? groups.map(beginOf) : [0, ...groups.slice(0, -1).map(endOf)];
  return groups.flatMap((codes, i) => {
    const from = starts[i] ?? 0;
    return partsOf(original.slice(from, starts[i + 1]), codes, from);
  });
}

const beginOf = ([code]: readonly Found[]): number => code?.from ?? 0;
const endOf = (codes: readonly Found[]): number => codes.at(-1)?.to ?? 0;

/** Whether codes that stand so far apart are meant together: nothing but signs and an "and" between them. */
const isJoint = (between: string): boolean =>
  /^(?:和|与|跟|及|以及|and)?$/.test(between.replace(/[\s,，.、;；/&+]/g, ''));

/** The codes in their order, those with nothing between them together. */
function sideBySide(folded: string, found: readonly Found[]): Found[][] {
  const groups: Found[][] = [];
  for (const code of found) {
    const group = groups.at(-1);
    if (group && isJoint(folded.slice(endOf(group), code.from))) group.push(code);
    else groups.push([code]);
  }
  return groups;
}

/** "K7QV和R7PB是一回事" says something of both together, and is nothing to do with each. */
const OF_BOTH_TOGETHER =
  /(?<!合)同(?![意时])|重复|重了|合并|一回事|一件事|same(?! (?:day|time))|duplicate|merge/i;

/** One part, or, of codes side by side, one for each of them; a part begins at `at` of the text. */
function partsOf(part: string, codes: readonly Found[], at: number): string[] {
  const before = part.slice(0, beginOf(codes) - at);
  const behind = part.slice(endOf(codes) - at);
  if (codes.length === 1 || OF_BOTH_TOGETHER.test(before + behind)) return [part.trim()];
  if (saysSomething(before) && saysSomething(behind)) return cutBetween(part, codes, at);
  return codes.map(({ from, to }) => `${before}${part.slice(from - at, to - at)}${behind}`.trim());
}

/** "1 K7QV, R7PB 2": what is in front belongs to the first, what is behind to the last. */
function cutBetween(part: string, [, ...others]: readonly Found[], at: number): string[] {
  const cuts = [0, ...others.map(({ from }) => from - at)];
  return cuts.map((from, i) => part.slice(from, cuts[i + 1]).trim());
}

const saysSomething = (words: string): boolean => /[\p{L}\d]/u.test(words);

/** No word is ever a code: it has a digit, and a character that checks the others. */
function isCode(token: string): boolean {
  const read = readAskCode(token);
  return read !== undefined && 'code' in read;
}
