import { gridByPoint } from '../geography/grid-lookup.js';
import { findRepeats } from './find-repeats.js';
import type { KnownIds } from './known-ids.js';
import type { Place } from '../town/place-schemas.js';
import { ringFault } from './ring-faults.js';
import type { Town } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/** Every place has an id of its own, lies in the town, opens before it closes, and names a department there is. */
export const checkPlaces = (town: Town, known: KnownIds): TownProblem[] => [
  ...findRepeats(town.places, ({ id }) => id).map(({ index, key }) =>
    problemAt(['places', index, 'id'], {
      'zh-CN': `场所“${key}”重复，请保留一个或改用其他编号`,
      en: `the place "${key}" is there twice; keep one or give it another id`,
    }),
  ),
  ...checkPoints(town, known),
  ...town.places.flatMap((place, index) => [
    ...checkHours(place, index),
    ...checkDepartment(known, place, index),
  ]),
];

/** Only where the map itself is right: else a place would seem to lie outside. */
function checkPoints(town: Town, known: KnownIds): TownProblem[] {
  const isWhole =
    known.complete('grids') && town.grids.every(({ polygon }) => ringFault(polygon) === undefined);
  if (!isWhole) return [];
  return town.places.flatMap(({ point }, index) =>
    gridByPoint(town, point)
      ? []
      : [
          problemAt(['places', index, 'point'], {
            'zh-CN': `坐标 ${point.lat}，${point.lng} 不在本镇任何网格内；请按 WGS 84 填写纬度 lat 和经度 lng`,
            en: `the point ${point.lat}, ${point.lng} lies in no grid of the town; latitude comes first, in WGS 84`,
          }),
        ],
  );
}

const checkHours = ({ hours }: Place, index: number): TownProblem[] =>
  hours.flatMap(({ days, from, to }, at) => {
    const path = ['places', index, 'hours', at];
    if (from >= to)
      return [
        problemAt([...path, 'to'], {
          'zh-CN': `${to} 关门早于 ${from} 开门`,
          en: `closes at ${to}, before it opens at ${from}`,
        }),
      ];
    const clash = hours
      .slice(0, at)
      .find((other) => other.days.some((day) => days.includes(day)) && from < other.to && other.from < to);
    return clash === undefined
      ? []
      : [
          problemAt(path, {
            'zh-CN': `${from}-${to} 与同一天的 ${clash.from}-${clash.to} 重叠，请合并`,
            en: `${from}-${to} overlaps ${clash.from}-${clash.to} on the same day; join them`,
          }),
        ];
  });

const checkDepartment = (known: KnownIds, { department }: Place, index: number): TownProblem[] =>
  department === undefined || known.has('departments', department)
    ? []
    : [
        problemAt(['places', index, 'department'], {
          'zh-CN': `没有部门“${department}”，请填写 departments.yaml 中的部门，或不填`,
          en: `there is no department "${department}"; name one of departments.yaml, or none`,
        }),
      ];
