import { foldText } from '../words/fold-text.js';
import type { Command } from './command.js';

/** Characters that people put around a wish; quotation marks are copied from the text that says what to send. */
const QUOTED = /["'“”‘’「」『』]/gu;
const POLITE_BEFORE =
  /^(?:(?:您好|你好|请问?|麻烦|我(?:要|想)|帮(?:我|忙)|给我|please|(?:i (?:want|would like) to|can you))[\s,]*)+/;
/** As many as people put there: without an end it would take the square of a long text's time. */
const POLITE_BEHIND = /(?:[\s,.!?。、！？]|吧|了|谢谢(?:您|你)?|多谢|please|thanks|thank you){1,9}$/;

const MINE = '(?:我的?|本人的?)(?:全部|所有)?(?:个人)?(?:信息|资料|数据)';
const DATA = '(?:all )?(?:of )?my (?:personal )?(?:data|information|info)';
const GO = '(?:全部|都|彻底)?(?:删除|删掉|清除|注销)';
const ALL_GO = '(?:全部|都|彻底)?(?:删[除掉了]?|清除|注销)';

/** Whole texts alone: "把我的信息告诉网格长" asks for something else. */
const READ = new RegExp(`^(?:查询?|查看|看看?)?(?:一下)?${MINE}$|^(?:(?:show|see)(?: me)? )?${DATA}$`);
const ERASED = `${GO}${MINE}|把${MINE}${ALL_GO}|(?:delete|erase|remove) ${DATA}`;
const ERASE = new RegExp(`^(?:${ERASED}|撤回(?:我的)?同意|withdraw (?:my )?consent)$`);
/** It says what is to go, and that its sender is sure: nothing else can be meant, however long ago they were asked. */
const SURELY = new RegExp(`^(?:(?:确定|确认)要?|yes,? )(?:${ERASED})$`);
/** It says as much only to whoever was just asked. */
const SURELY_THEN =
  /^(?:(?:确定|确认)要?(?:删除?|删掉|清除|注销)?|yes,? (?:delete|erase|remove)(?: (?:it|them|all|everything))?)$/;

const bare = (text: string): string =>
  foldText(text).replace(QUOTED, '').trim().replace(POLITE_BEFORE, '').replace(POLITE_BEHIND, '');

/** Reads a sender's wish to see or erase their data, and the second word of whoever is sure of that. */
export function readPersonalData(text: string): Command | undefined {
  const words = bare(text);
  if (READ.test(words)) return { name: 'my-data' };
  if (SURELY.test(words)) return { name: 'erase-data', sure: true };
  return ERASE.test(words) ? { name: 'erase-data' } : undefined;
}

/** Whether whoever was just asked if all is to be erased says so, in however few words. */
export const saysErase = (text: string): boolean => SURELY_THEN.test(bare(text));
