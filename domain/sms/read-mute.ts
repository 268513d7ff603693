import type { Command } from './command.js';
import { foldText, tidyText } from '../words/fold-text.js';
import { readRequestNumber } from './read-request-number.js';
import { separatorLength, withoutSeparators } from '../words/separators.js';

const WORDS = /^(?:(?<mute>停发|mute(?![a-z]))|恢复|unmute(?![a-z])|start(?![a-z]))/;
/** As long as a request's number with a slip in it. "停发3个月工资" and "恢复2组供水" say what is wrong. */
const SHORTEST_NUMBER = 6;

/**
 * Reads "停发 7Q3K-9M2X" (no more texts about this request), "停发" (about the sender's only one) and "恢复 7Q3K-9M2X" (texts
 * about it again). Only a number may follow: "停发工资三个月了" is no command.
 */
export function readMute(text: string): Command | undefined {
  const word = WORDS.exec(foldText(text));
  if (!word) return undefined;
  const name = word.groups?.['mute'] === undefined ? 'unmute' : 'mute';
  const words = withoutSeparators(tidyText(text).slice(word[0].length));
  if (words === '') return name === 'mute' ? { name } : undefined;
  const number = readRequestNumber(words);
  if (!number || number.length < SHORTEST_NUMBER) return undefined;
  const rest = words.slice(number.length);
  if (separatorLength(rest) < rest.length) return undefined;
  return 'request' in number ? { name, request: number.request } : { name, mistyped: number.mistyped };
}
