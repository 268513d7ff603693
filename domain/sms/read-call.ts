import { readAskCode } from '../codes/ask-code.js';
import { foldText, tidyText } from '../words/fold-text.js';
import { withoutSeparators, withoutSeparatorsBehind } from '../words/separators.js';
import type { Command } from './command.js';
import { readRequestNumber } from './read-request-number.js';

const WORDS = /^(?:吹哨|call(?![a-z0-9]))/;
const CODE = /^[a-z0-9]{4}(?![a-z0-9])/;
const CODE_BEHIND = /(?<![a-z0-9-])[a-z0-9]{4}$/;

/**
 * Reads "吹哨 城管 供电", "吹哨 7Q3K-9M2X 城管,供电", "call K7Q3 water power", "吹哨供电供水 K7Q3". The English word is one of everyday:
 * it is a command only where a number or a department follows.
 */
export function readCall(text: string, isDepartment: (words: string) => boolean): Command | undefined {
  const word = WORDS.exec(foldText(text))?.[0];
  if (word === undefined) return undefined;
  const words = withoutSeparators(tidyText(text).slice(word.length));
  const number = readRequestNumber(words);
  if (number && 'request' in number)
    return { name: 'call', request: number.request, words: withoutSeparators(words.slice(number.length)) };
  const coded = codeIn(words);
  if (coded) return { name: 'call', ...coded };
  return word === 'call' && !isDepartment(words) ? undefined : { name: 'call', words };
}

/** The code of an ask before the names, or behind them. */
function codeIn(words: string): { code: string; words: string } | undefined {
  const folded = foldText(words);
  const first = readAskCode(CODE.exec(folded)?.[0] ?? '');
  if (first && 'code' in first) return { code: first.code, words: withoutSeparators(words.slice(4)) };
  const last = readAskCode(CODE_BEHIND.exec(folded)?.[0] ?? '');
  return last && 'code' in last
    ? { code: last.code, words: withoutSeparatorsBehind(words.slice(0, -4)) }
    : undefined;
}
