import { showRequestId } from '../codes/request-id.js';
import { isOnLeave } from '../posts/leave.js';
import type { LadderStart } from '../posts/climb.js';
import type { Bilingual } from '../words/language.js';
import type { Town } from '../town/schema.js';
import { type DayCounts, sumOf } from './bulletin.js';
import type { CloseReport, GridDay } from './close-report.js';

/** Somebody's digest of a day: one text, with overdue requests in it, instead of a text per request. */
export interface Digest {
  /** Its scope: a grid by its number, the town, or the villages of whoever supervises them. */
  readonly of: string;
  readonly to: LadderStart;
  readonly place: Bilingual;
  readonly counts: DayCounts;
  /** Overdue requests for whoever sees to them, overdue grids for whoever supervises these. */
  readonly late: Bilingual;
}

const UNPLACED: Bilingual = { 'zh-CN': '未派单', en: 'No grid' };

/** The texts of a day: to heads of grids, the duty desk, the town's leaders, and supervisors of villages. */
export function digestsOf(town: Town, report: CloseReport): Digest[] {
  const ofGrids = report.grids.filter(isWorthTelling).map((day) => digestOfGrid(town, day));
  return [...ofGrids, ...digestsOfTown(town, report), ...digestsOfVillages(town, report)];
}

/** Whoever knows of it already is not told every day that something still goes on as it should. */
const isWorthTelling = ({ reported, handled, closed, overdue }: DayCounts): boolean =>
  reported + handled + closed + overdue > 0;

function digestOfGrid({ grids, settings }: Town, day: GridDay): Digest {
  const grid = grids.find(({ number }) => number === day.grid);
  const late = day.late.map(({ request }) => showRequestId(request)).join(' ');
  return {
    of: String(day.grid),
    to: grid
      ? { ladder: 'team', grid: grid.number }
      : { ladder: 'department', department: settings.departments.dutyDesk },
    place: grid?.name ?? UNPLACED,
    counts: day,
    late: { 'zh-CN': late, en: late },
  };
}

function digestsOfTown({ settings }: Town, { total, grids }: CloseReport): Digest[] {
  if (!isWorthTelling(total)) return [];
  const { townLeader, dutyLeader } = settings.departments;
  return [...new Set([townLeader, dutyLeader])].map((department) => ({
    of: department,
    to: { ladder: 'department', department },
    place: settings.name,
    counts: total,
    late: lateGrids(grids),
  }));
}

/** Nobody stands in for a supervisor who is on leave: the town's leaders are told of every grid. */
function digestsOfVillages({ supervisors, villages, grids, leave }: Town, report: CloseReport): Digest[] {
  return [...new Set(supervisors.map(({ staff }) => staff))].flatMap((staff) => {
    const theirs = new Set(supervisors.filter((one) => one.staff === staff).map(({ village }) => village));
    const numbers = new Set(grids.filter(({ village }) => theirs.has(village)).map(({ number }) => number));
    const days = report.grids.filter(({ grid }) => numbers.has(grid));
    const counts = sumOf(days);
    if (!isWorthTelling(counts) || isOnLeave(leave, staff, report.date)) return [];
    const [first, ...others] = villages.filter(({ id }) => theirs.has(id)).map(({ name }) => name);
    const place = first ? namesOf(first, others.length) : UNPLACED;
    return [{ of: staff, to: { ladder: 'person', staff }, place, counts, late: lateGrids(days) }];
  });
}

const namesOf = (first: Bilingual, others: number): Bilingual =>
  others === 0 ? first : { 'zh-CN': `${first['zh-CN']}等${others + 1}村`, en: `${first.en} +${others}` };

/** The grids with overdue requests, those with most first: "52号3 7号1". */
function lateGrids(grids: readonly GridDay[]): Bilingual {
  const late = grids
    .filter(({ overdue }) => overdue > 0)
    .toSorted((a, b) => b.overdue - a.overdue || a.grid - b.grid);
  const list = (word: (grid: number) => string) =>
    late.map(({ grid, overdue }) => `${word(grid)}${overdue}`).join(' ');
  return { 'zh-CN': list((grid) => `${grid}号`), en: list((grid) => `G${grid}:`) };
}
