import { daysBetween, mondayOf } from '../calendar/plain-dates.js';
import { DomainError } from '../domain-error.js';
import { isOnLeave } from '../posts/leave.js';
import type { Grid, InspectionMethod, Supervisor, Town } from '../town/schema.js';

/** Who checks which grid. */
export interface GridCheck {
  readonly by: string;
  readonly grid: number;
}

/** The checks of a weekly inspection, and their methods. */
export interface WeekChecks {
  readonly method: InspectionMethod;
  readonly checks: readonly GridCheck[];
}

/** Any Monday will do, as long as it stays: the turns are counted from it. */
const FIRST_MONDAY = '2024-01-01';

/**
 * The checks of the week of `date` (YYYY-MM-DD). The methods take turns, one a week; each supervisor checks as many
 * grids of their villages a week as the town wants, in turn, so that none is left out. An area secretary begins half
 * way round, so that the leader of the same villages is elsewhere. Nobody checks a grid whose team they are of; whoever
 * is on leave checks none that week.
 */
export function weekChecks(town: Town, date: string): WeekChecks {
  const week = daysBetween(FIRST_MONDAY, mondayOf(date)) / 7;
  const { methods, gridsEachWeek } = town.inspections;
  const method = methods[week % methods.length];
  if (!method) throw new DomainError('MethodUnknown', 'the town has no method of inspection', { date });
  const present = supervisorsOf(town).filter(({ staff }) => !isOnLeave(town.leave, staff, date));
  const checks = present.flatMap((supervisor) =>
    turn(gridsOf(town, supervisor), { week, each: gridsEachWeek, role: supervisor.role }).map((grid) => ({
      by: supervisor.staff,
      grid,
    })),
  );
  return { method, checks };
}

type Supervising = Pick<Supervisor, 'staff' | 'role'>;

/** Each once, in the role they are listed with first. */
const supervisorsOf = ({ supervisors }: Town): Supervising[] =>
  [...new Map(supervisors.toReversed().map((one) => [one.staff, one])).values()].toReversed();

function gridsOf({ grids, supervisors }: Town, { staff }: Supervising): number[] {
  const villages = new Set(supervisors.filter((one) => one.staff === staff).map(({ village }) => village));
  const isOwn = ({ posts }: Grid): boolean => Object.values(posts).includes(staff);
  return grids
    .filter((grid) => villages.has(grid.village) && !isOwn(grid))
    .map(({ number }) => number)
    .toSorted((a, b) => a - b);
}

function turn(
  grids: readonly number[],
  { week, each, role }: { week: number; each: number; role: Supervisor['role'] },
): number[] {
  const begin = week * each + (role === 'secretary' ? Math.floor(grids.length / 2) : 0);
  const taken = Math.min(each, grids.length);
  return Array.from({ length: taken }, (_, i) => grids[(begin + i) % grids.length] ?? 0);
}
