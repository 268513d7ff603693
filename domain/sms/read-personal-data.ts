import { foldText } from '../words/fold-text.js';
import type { Command } from './command.js';

/** Whole texts alone: "把我的信息告诉网格长" asks for something else. */
const READ =
  /^(?:查询?|查看|看看?)?我的(?:个人)?(?:信息|资料|数据)$|^(?:show )?my (?:personal )?(?:data|information|info)$/;
const ERASE =
  /^(?:删除|删掉|清除|注销)我的(?:个人)?(?:信息|资料|数据)$|^撤回(?:我的)?同意$|^(?:delete|erase|remove) my (?:personal )?(?:data|information|info)$|^withdraw (?:my )?consent$/;
const SURELY =
  /^(?:确定|确认)(?:删除|删掉|清除|注销)(?:我的(?:个人)?(?:信息|资料|数据))?$|^yes,? (?:delete|erase|remove) (?:it|my (?:personal )?(?:data|information|info))$/;

/** Reads the wish to know what the town keeps of a sender, or to have it erased, and the second word of whoever is sure of that. */
export function readPersonalData(text: string): Command | undefined {
  const words = foldText(text)
    .replace(/(?<![\s,.!。！])[\s,.!。！]+$/, '')
    .trim();
  if (READ.test(words)) return { name: 'my-data' };
  if (SURELY.test(words)) return { name: 'erase-data', sure: true };
  return ERASE.test(words) ? { name: 'erase-data' } : undefined;
}
