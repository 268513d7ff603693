import type { Command } from './command.js';
import { foldText } from '../words/fold-text.js';

/** "待办", "list", and for what the first text had no room for "待办 2", "list 2". Anything more is no command: "list of holes in our road". */
const LIST = /^(?:(?:我的)?待办(?:事项)?|list)(?:\s*(?<page>[1-9]\d?))?[\s.。!！]*$/;

/** Reads the wish to see what one is asked and has not answered. */
export function readList(text: string): Command | undefined {
  const match = LIST.exec(foldText(text));
  return match ? { name: 'list', page: Number(match.groups?.['page'] ?? 1) } : undefined;
}
