import { problemAt, type TownPath, type TownProblem } from '../town/town-problem.js';
import type { KnownIds } from './known-ids.js';

/** Whoever is named at this place is one of the town's staff. */
export const checkStaffNamed = (known: KnownIds, staff: string, path: TownPath): TownProblem[] =>
  known.has('staff', staff)
    ? []
    : [
        problemAt(path, {
          'zh-CN': `staff.csv 中没有“${staff}”，请补充或改填`,
          en: `there is no "${staff}" in staff.csv; add them or name another`,
        }),
      ];
