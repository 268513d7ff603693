import type { Town } from '../town/schema.js';
import type { Bilingual } from '../words/language.js';
import { isSame } from './entry.js';
import { SECTION_IDS } from './section-ids.js';
import { SECTIONS } from './sections.js';

/** What no section has: it is imported, and comes back with a version. */
const OTHERS = {
  households: { 'zh-CN': '户', en: 'households' },
  leave: { 'zh-CN': '文件中的休假', en: 'leave of the files' },
  inspections: { 'zh-CN': '督查', en: 'inspections' },
  map: { 'zh-CN': '地图', en: 'the map' },
  grids: { 'zh-CN': '网格边界', en: 'borders of grids' },
} as const satisfies Partial<Record<keyof Town, Bilingual>>;

/** The parts in which two towns differ besides what is edited: what is left when all of that is taken over. */
export function otherChanges(before: Town, after: Town): Bilingual[] {
  const covered = SECTION_IDS.filter((id) => id !== 'examples').reduce(
    (town, id) => SECTIONS[id].withEntries(town, SECTIONS[id].entriesOf(after)),
    before,
  );
  return (Object.keys(OTHERS) as (keyof typeof OTHERS)[])
    .filter((part) => !isSame(covered[part], after[part]))
    .map((part) => OTHERS[part]);
}

/** The same as one line; none where nothing differs. */
export function otherWords(before: Town, after: Town): Bilingual[] {
  const parts = otherChanges(before, after);
  if (parts.length === 0) return [];
  return [
    {
      'zh-CN': `${parts.map((part) => part['zh-CN']).join('、')}也有变化`,
      en: `These change too: ${parts.map(({ en }) => en).join(', ')}`,
    },
  ];
}
