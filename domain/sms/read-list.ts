import type { Command } from './command.js';
import { foldText } from '../words/fold-text.js';

/** "待办", "list", and page 2 as "待办 2", "list 2". Anything more is no command: "list of holes in our road". */
const LIST = /^(?:(?:我的)?待办(?:事项)?|list)(?:\s*(?<page>[1-9]\d?))?[\s.。!！]*$/;

/** "清单", "mine", and their further pages, likewise. */
const OWNED = /^(?:(?:我的)?清单|mine)(?:\s*(?<page>[1-9]\d?))?[\s.。!！]*$/;

/** Reads the wish to see what one is asked and has not answered, or what is one's own. */
export function readList(text: string): Command | undefined {
  const folded = foldText(text);
  const list = LIST.exec(folded);
  if (list) return { name: 'list', page: pageOf(list) };
  const owned = OWNED.exec(folded);
  return owned ? { name: 'owned', page: pageOf(owned) } : undefined;
}

const pageOf = ({ groups }: RegExpExecArray): number => Number(groups?.['page'] ?? 1);
