import { findRepeats } from './find-repeats.js';
import type { KnownIds } from './known-ids.js';
import type { Household, Town } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/** Classes are named once; every household is in exactly one grid, that of its group, and of a known class. */
export const checkHouseholds = (town: Town, known: KnownIds): TownProblem[] => [
  ...findRepeats(town.settings.visits.classes, ({ id }) => id).map(({ index, key }) =>
    problemAt(['settings', 'visits', 'classes', index, 'id'], {
      'zh-CN': `户的类别“${key}”重复，请只保留一个`,
      en: `class "${key}" is there twice; keep one`,
    }),
  ),
  ...findRepeats(town.households, ({ grid, number }) => `${grid}-${number}`).map(({ index, key }) =>
    problemAt(['households', index, 'number'], {
      'zh-CN': `户号 ${key} 重复，同一网格内每户编号只能用一次`,
      en: `household ${key} is there twice; number the households of a grid once each`,
    }),
  ),
  ...withGrids(town).flatMap((placed) => [...checkPlace(placed, known), ...checkClass(placed, town)]),
];

interface Placed {
  readonly household: Household;
  readonly index: number;
  /** The grids that the household's group lies in: one, in a town that is right; none where there is no such group. */
  readonly grids: ReadonlySet<number>;
  /** Whether an earlier household of the group says the same: what is wrong with a group is reported once. */
  readonly repeated: boolean;
}

function withGrids({ villages, households }: Town): Placed[] {
  const grids = new Map<string, Set<number>>();
  for (const { id, groups } of villages)
    for (const { number, grid } of groups) {
      const key = `${id} ${number}`;
      grids.set(key, (grids.get(key) ?? new Set()).add(grid));
    }
  const said = new Set<string>();
  return households.map((household, index) => {
    const group = `${household.village} ${household.group}`;
    const repeated = said.has(`${group} ${household.grid}`);
    said.add(`${group} ${household.grid}`);
    return { household, index, grids: grids.get(group) ?? new Set(), repeated };
  });
}

function checkPlace({ household, index, grids, repeated }: Placed, known: KnownIds): TownProblem[] {
  const { village, group, grid } = household;
  if (repeated || grids.has(grid)) return [];
  if (!known.has('villages', village)) {
    return [
      problemAt(['households', index, 'village'], {
        'zh-CN': `没有村“${village}”，请填写 villages.csv 中的村`,
        en: `there is no village "${village}"; name one of villages.csv`,
      }),
    ];
  }
  const [actual] = grids;
  if (actual === undefined) {
    return known.complete('villages')
      ? [
          problemAt(['households', index, 'group'], {
            'zh-CN': `“${village}”没有第 ${group} 组，请填写 groups.csv 中的小组`,
            en: `"${village}" has no group ${group}; name one of groups.csv`,
          }),
        ]
      : [];
  }
  return [
    problemAt(['households', index, 'grid'], {
      'zh-CN': `填写的是网格 ${grid}，而“${village}”第 ${group} 组属于网格 ${actual}；一户只能属于一个网格`,
      en: `says grid ${grid}, but group ${group} of "${village}" lies in grid ${actual}; a household is in one grid`,
    }),
  ];
}

const checkClass = ({ household, index }: Placed, { settings }: Town): TownProblem[] =>
  settings.visits.classes.some(({ id }) => id === household.class)
    ? []
    : [
        problemAt(['households', index, 'class'], {
          'zh-CN': `settings.yaml 的 visits.classes 中没有类别“${household.class}”`,
          en: `there is no class "${household.class}" under visits.classes in settings.yaml`,
        }),
      ];
