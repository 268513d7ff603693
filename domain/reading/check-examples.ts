import type { Bilingual } from '../words/language.js';
import type { Example } from './example.js';
import type { Town } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/** Examples speak of categories, villages and grids that the town has, and each text is there once. */
export function checkExamples(town: Town, examples: readonly Example[]): TownProblem[] {
  const categories = new Set(town.categories.map(({ id }) => id));
  const villages = new Set(town.villages.map(({ id }) => id));
  const grids = new Set(town.grids.map(({ number }) => number));
  const seen = new Set<string>();
  return examples.flatMap((example, index) => {
    const { words, kind, category, villages: named, grid } = example;
    const wrong = (field: string, message: Bilingual): TownProblem =>
      problemAt(['examples', index, field], message);
    const problems: TownProblem[] = [];
    if (seen.has(words))
      problems.push(wrong('words', { 'zh-CN': '重复，请只保留一条', en: 'is there twice; keep one' }));
    seen.add(words);
    if (kind === 'matter' && category === undefined)
      problems.push(wrong('category', { 'zh-CN': '缺失，事项须有分类', en: 'is missing; a matter has one' }));
    if (category !== undefined && !categories.has(category))
      problems.push(
        wrong('category', { 'zh-CN': `没有分类“${category}”`, en: `there is no category "${category}"` }),
      );
    for (const village of named)
      if (!villages.has(village))
        problems.push(
          wrong('villages', { 'zh-CN': `没有村“${village}”`, en: `there is no village "${village}"` }),
        );
    if (grid !== undefined && !grids.has(grid))
      problems.push(wrong('grid', { 'zh-CN': `没有网格${grid}`, en: `there is no grid ${grid}` }));
    return problems;
  });
}
