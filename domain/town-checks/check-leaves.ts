import { checkLeave } from '../posts/leave.js';
import type { KnownIds } from './known-ids.js';
import type { Town } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/** Leave names someone known, ends after it begins, and never leaves a grid or a department without anybody. */
export const checkLeaves = (town: Town, known: KnownIds): TownProblem[] =>
  town.leave.flatMap((leave, index) => {
    const path = ['leave', index];
    if (!known.has('staff', leave.staff)) {
      return [
        problemAt([...path, 'staff'], {
          'zh-CN': `staff.csv 中没有“${leave.staff}”`,
          en: `there is no "${leave.staff}" in staff.csv`,
        }),
      ];
    }
    if (leave.to < leave.from) {
      return [
        problemAt([...path, 'to'], {
          'zh-CN': `结束日期早于开始日期（${leave.from}）`,
          en: `ends before it begins (${leave.from})`,
        }),
      ];
    }
    const cover = checkLeave({ ...town, leave: town.leave.slice(0, index) }, leave);
    return cover.ok
      ? []
      : [
          problemAt(path, {
            'zh-CN': `“${cover.clash}”在此期间也休假，无人代班，请改期`,
            en: `"${cover.clash}" is away on a day of this leave and nobody would stand in; choose other days`,
          }),
        ];
  });
