import { findRepeats } from './find-repeats.js';
import type { KnownIds } from './known-ids.js';
import type { Household, Town } from './schema.js';
import { type TownProblem, problemAt } from './town-problem.js';

/** Classes of visits are named once; every household is in exactly one grid, that of its group, and of a class that exists. */
export const checkHouseholds = (town: Town, known: KnownIds): TownProblem[] => [
  ...findRepeats(town.settings.visits.classes, ({ id }) => id).map(({ index, key }) =>
    problemAt(
      ['settings', 'visits', 'classes', index, 'id'],
      `class "${key}" is there twice; keep one`,
      `户的类别“${key}”重复，请只保留一个`,
    ),
  ),
  ...findRepeats(town.households, ({ grid, number }) => `${grid}-${number}`).map(({ index, key }) =>
    problemAt(
      ['households', index, 'number'],
      `household ${key} is there twice; number the households of a grid once each`,
      `户号 ${key} 重复，同一网格内每户编号只能用一次`,
    ),
  ),
  ...withGrids(town).flatMap((placed) => [...checkPlace(placed, known), ...checkClass(placed, town)]),
];

interface Placed {
  readonly household: Household;
  readonly index: number;
  /** The grid that the household's group lies in; undefined where the village or the group is unknown. */
  readonly grid: number | undefined;
}

function withGrids({ villages, households }: Town): Placed[] {
  const grids = new Map(
    villages.flatMap(({ id, groups }) => groups.map(({ number, grid }) => [`${id} ${number}`, grid])),
  );
  return households.map((household, index) => ({
    household,
    index,
    grid: grids.get(`${household.village} ${household.group}`),
  }));
}

function checkPlace({ household, index, grid }: Placed, known: KnownIds): TownProblem[] {
  const { village, group } = household;
  if (!known.has('villages', village)) {
    return [
      problemAt(
        ['households', index, 'village'],
        `there is no village "${village}"; name one of villages.csv`,
        `没有村“${village}”，请填写 villages.csv 中的村`,
      ),
    ];
  }
  if (grid === undefined) {
    return known.complete('villages')
      ? [
          problemAt(
            ['households', index, 'group'],
            `"${village}" has no group ${group}; name one of groups.csv`,
            `“${village}”没有第 ${group} 组，请填写 groups.csv 中的小组`,
          ),
        ]
      : [];
  }
  if (grid === household.grid) return [];
  return [
    problemAt(
      ['households', index, 'grid'],
      `says grid ${household.grid}, but group ${group} of "${village}" lies in grid ${grid}; a household is in one grid`,
      `填写的是网格 ${household.grid}，而“${village}”第 ${group} 组属于网格 ${grid}；一户只能属于一个网格`,
    ),
  ];
}

const checkClass = ({ household, index }: Placed, { settings }: Town): TownProblem[] =>
  settings.visits.classes.some(({ id }) => id === household.class)
    ? []
    : [
        problemAt(
          ['households', index, 'class'],
          `there is no class "${household.class}" under visits.classes in settings.yaml`,
          `settings.yaml 的 visits.classes 中没有类别“${household.class}”`,
        ),
      ];
