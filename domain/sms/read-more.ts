import { readAskCode } from '../codes/ask-code.js';
import type { Command } from './command.js';
import { foldText } from '../words/fold-text.js';

/** "详", "详 K7QV", "K7QV more", and page 2 as "more K7QV 2". Anything more is none: "more rubbish has come". */
const MORE =
  /^(?:(?<before>[a-z0-9]{4})\s*)?(?:详情?|全文|more)(?:\s*(?<behind>[a-z0-9]{4}))?(?:\s*(?<page>[1-9]))?[\s.。!！]*$/;

/** Reads the wish to have all that was written about what one is asked. */
export function readMore(text: string): Command | undefined {
  const { before, behind, page } = MORE.exec(foldText(text))?.groups ?? {};
  const typed = before ?? behind;
  const read = typed === undefined ? undefined : readAskCode(typed);
  const isOther = !MORE.test(foldText(text)) || (typed !== undefined && !(read && 'code' in read));
  if (isOther) return undefined;
  return { name: 'more', page: Number(page ?? 1), ...(read && 'code' in read ? { code: read.code } : {}) };
}
