import * as z from 'zod';
import { instantAt, localDate } from '../calendar/local-time.js';
import { addDays, mondayOf } from '../calendar/plain-dates.js';
import type { VisitFacts } from './visit-record.js';
import type { Household, Town, TownSettings } from '../town/schema.js';
import { type DueHousehold, planWeek } from './plan-week.js';

const dueSchema = z.object({
  household: z.number().int(),
  class: z.string(),
  dueOn: z.iso.date(),
  lastVisit: z.iso.date().optional(),
  carriedOver: z.boolean(),
});

/** The report of a round of visits: the list of every grid, and the results of the lists before. */
export const visitReportSchema = z.object({
  /** The round before this one: how many households it listed, and how many of them were visited. */
  before: z.object({ date: z.iso.date(), listed: z.number().int(), visited: z.number().int() }).optional(),
  grids: z.array(z.object({ grid: z.number().int(), due: z.array(dueSchema), waiting: z.number().int() })),
});
export type VisitReport = z.infer<typeof visitReportSchema>;

/** A round with its report. */
export interface HeldRound {
  readonly date: string;
  readonly report: VisitReport;
}

/** The lists of a week for all grids, from the visits so far and the lists of the round before. */
export function planRound(
  town: Town,
  { date, visits, before }: { date: string; visits: readonly VisitFacts[]; before?: HeldRound | undefined },
): VisitReport {
  const ofGrid = groupBy(visits, ({ grid }) => grid);
  const households = groupBy(town.households, ({ grid }) => grid);
  const left = leftOver(before, ofGrid, town.settings);
  const grids = town.grids.map(({ number: grid }) => ({
    grid,
    ...planWeek({
      visits: town.settings.visits,
      households: households.get(grid) ?? [],
      lastVisits: lastVisits(ofGrid.get(grid) ?? [], town.settings),
      carriedOver: left.get(grid) ?? new Set<number>(),
      date,
    }),
  }));
  const report = grids.map(({ grid, due, waiting }) => ({ grid, due: [...due], waiting }));
  return before ? { before: outcomeOf(before, left), grids: report } : { grids: report };
}

function outcomeOf({ date, report }: HeldRound, left: ReadonlyMap<number, ReadonlySet<number>>) {
  const listed = report.grids.reduce((sum, { due }) => sum + due.length, 0);
  const missed = [...left.values()].reduce((sum, { size }) => sum + size, 0);
  return { date, listed, visited: listed - missed };
}

/** Which households of the round before nobody met, by grid. */
function leftOver(
  before: HeldRound | undefined,
  visits: ReadonlyMap<number, readonly VisitFacts[]>,
  settings: TownSettings,
): Map<number, ReadonlySet<number>> {
  if (!before) return new Map();
  return new Map(
    before.report.grids.map(({ grid }) => [
      grid,
      new Set(stillDue(before, grid, visits.get(grid) ?? [], settings).map(({ household }) => household)),
    ]),
  );
}

/** The rest of a grid's list: households that nobody has met since the week began. */
export function stillDue(
  { date, report }: HeldRound,
  grid: number,
  visits: readonly VisitFacts[],
  settings: TownSettings,
): DueHousehold[] {
  const since = instantAt(mondayOf(date), '00:00', settings.timeZone);
  const met = new Set(
    visits.filter(({ at, people }) => people > 0 && at >= since).map(({ household }) => household),
  );
  const listed = report.grids.find((one) => one.grid === grid)?.due ?? [];
  return listed.filter(({ household }) => !met.has(household));
}

/** When the week of a list is over, and links to it with it; epoch milliseconds. */
export const endOfList = ({ date }: HeldRound, { settings }: Pick<Town, 'settings'>): number =>
  instantAt(addDays(mondayOf(date), 7), '00:00', settings.timeZone);

/** The local date on which somebody of each household was last met. */
export function lastVisits(
  visits: readonly VisitFacts[],
  { timeZone }: Pick<TownSettings, 'timeZone'>,
): Map<number, string> {
  const latest = new Map<number, number>();
  for (const { household, at, people } of visits)
    if (people > 0) latest.set(household, Math.max(at, latest.get(household) ?? at));
  return new Map([...latest].map(([household, at]) => [household, localDate(at, timeZone)]));
}

/** How far back visits matter: two of the longest cadences without one is as overdue as can be. Milliseconds. */
export const visitMemory = ({ visits }: TownSettings): number =>
  2 * Math.max(...visits.classes.map(({ everyDays }) => everyDays)) * 86_400_000;

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

export const householdOf = (town: Town, grid: number, number: number): Household | undefined =>
  town.households.find((household) => household.grid === grid && household.number === number);
