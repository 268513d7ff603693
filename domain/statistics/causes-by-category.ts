import type { CauseFacts } from '../causes/cause-facts.js';
import type { Town } from '../town/schema.js';
import type { Bilingual } from '../words/language.js';
import { countCauses, type Period } from './count-figures.js';
import { CAUSES, type CauseCounts } from './figures.js';

export interface CategoryCauses extends CauseCounts {
  readonly category: string;
  readonly categoryName: Bilingual;
}

/** For everybody to read: what concerns somebody's home, health or quarrel is counted without its category. */
const UNLISTED = { id: 'unlisted', name: { 'zh-CN': '其他（不公开类别）', en: 'Other, not listed' } };

/** The causes of each category that there are any of, in the town's order. */
export function causesByCategory(
  { categories }: Pick<Town, 'categories'>,
  causes: readonly CauseFacts[],
  period: Period,
): CategoryCauses[] {
  const listed = categories.filter((category) => category.public);
  const isListed = new Set(listed.map(({ id }) => id));
  const categoryOf = ({ cause: { category } }: CauseFacts): string =>
    isListed.has(category) ? category : UNLISTED.id;
  return [...listed, UNLISTED].flatMap(({ id, name }) => {
    const ofCategory = causes.filter((one) => categoryOf(one) === id);
    const counts = countCauses(ofCategory, period);
    return CAUSES.some((figure) => counts[figure] > 0)
      ? [{ category: id, categoryName: name, ...counts }]
      : [];
  });
}
