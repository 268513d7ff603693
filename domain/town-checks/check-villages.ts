import { findRepeats } from './find-repeats.js';
import type { KnownIds } from './known-ids.js';
import type { Town, Village } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/** Villages are named once; every villager group lies in exactly one grid that exists. */
export const checkVillages = (town: Town, known: KnownIds): TownProblem[] => [
  ...findRepeats(town.villages, (village) => village.id).map(({ index, key }) =>
    problemAt(['villages', index, 'id'], {
      'zh-CN': `村“${key}”重复，请只保留一个`,
      en: `village "${key}" is there twice; keep one`,
    }),
  ),
  ...(['zh-CN', 'en'] as const).flatMap((language) =>
    findRepeats(town.villages, (village) => village.name[language].toLowerCase()).map(({ index, first }) =>
      problemAt(['villages', index, 'name', language], {
        'zh-CN': `与“${town.villages[first]?.id}”同名，居民无法区分`,
        en: `has the same name as "${town.villages[first]?.id}"; residents could not tell them apart`,
      }),
    ),
  ),
  ...town.villages.flatMap((village, index) => checkGroups(village, index, known)),
];

function checkGroups(village: Village, index: number, known: KnownIds): TownProblem[] {
  const path = ['villages', index, 'groups'];
  const repeats = findRepeats(village.groups, (group) => group.number).map(({ index: at, first, key }) => {
    const grids = [village.groups[first]?.grid, village.groups[at]?.grid];
    return problemAt([...path, at, 'number'], {
      'zh-CN': `“${village.id}”第 ${key} 组重复（网格 ${grids.join('、')}），一个小组只能属于一个网格`,
      en: `group ${key} of "${village.id}" is there twice (grids ${grids.join(' and ')}); a group lies in one grid`,
    });
  });
  const dangling = village.groups.flatMap((group, at) =>
    known.has('grids', group.grid)
      ? []
      : [
          problemAt([...path, at, 'grid'], {
            'zh-CN': `没有网格 ${group.grid}，请填写 grids.csv 中的网格`,
            en: `there is no grid ${group.grid}; name one of grids.csv`,
          }),
        ],
  );
  return [...repeats, ...dangling];
}
