import type { Town } from '../town/schema.js';
import type { Language } from '../words/language.js';
import type { Unclear } from './resolve-correction.js';

/** How a field is corrected, in words that this town understands. */
export function correctionExample(
  { categories, grids, staff }: Town,
  field: Unclear['field'],
  language: Language,
): string {
  const category = categories.find(({ path }) => path === 'coordinated')?.name[language] ?? '';
  const [grid] = grids;
  const [person] = staff;
  const examples = {
    any: { 'zh-CN': `类别 ${category}`, en: `category ${category}` },
    category: { 'zh-CN': `类别 ${category}`, en: `category ${category}` },
    danger: { 'zh-CN': '险情 有', en: 'danger yes' },
    path: { 'zh-CN': '办理方式 信访', en: 'path petition' },
    place: { 'zh-CN': `地点 ${grid?.number}网格`, en: `place grid ${grid?.number}` },
    owner: { 'zh-CN': `负责人 ${person?.name}`, en: `owner ${person?.name}` },
    handler: { 'zh-CN': `经办 ${person?.name}`, en: `handler ${person?.name}` },
    outcome: { 'zh-CN': '结果 未办', en: 'outcome not done' },
    joined: { 'zh-CN': '合并到 7Q3K-9M2X', en: 'join 7Q3K-9M2X' },
  } as const;
  return examples[field][language];
}
