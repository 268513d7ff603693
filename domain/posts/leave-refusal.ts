import type { Bilingual } from '../words/language.js';
import type { Leave, Town } from '../town/schema.js';
import { checkLeave } from './leave.js';

/** Why a leave cannot be taken, and by which of its dates; undefined when it can. */
export function leaveRefusal(
  town: Town,
  leave: Leave,
): { readonly field: 'from' | 'to'; readonly words: Bilingual } | undefined {
  if (leave.to < leave.from)
    return { field: 'to', words: { 'zh-CN': '结束日期早于开始日期', en: 'ends before it begins' } };
  const cover = checkLeave(town, leave);
  if (cover.ok) return undefined;
  const name = town.staff.find(({ id }) => id === cover.clash)?.name ?? cover.clash;
  return {
    field: 'from',
    words: {
      'zh-CN': `${name}届时也休假，无人顶替`,
      en: `${name} is away then, too: nobody would stand in`,
    },
  };
}
