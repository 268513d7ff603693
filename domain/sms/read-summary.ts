import type { Command } from './command.js';
import { foldText } from '../words/fold-text.js';

const DAILY = /^(?:每日)?汇总[\s.。!！]*$|^summary(?: on)?[\s.!]*$/;
const EACH = /^逐条(?:发送)?[\s.。!！]*$|^(?:each|summary off)[\s.!]*$/;

/** Reads "汇总" or "summary" (notices once a day) and "逐条" or "each" (one by one); anything more is no command. */
export function readSummary(text: string): Command | undefined {
  const folded = foldText(text);
  if (DAILY.test(folded)) return { name: 'summary', daily: true };
  return EACH.test(folded) ? { name: 'summary', daily: false } : undefined;
}
