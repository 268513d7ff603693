import { instantAt } from '../calendar/local-time.js';
import type { RequestFacts } from '../request/facts.js';
import { isOverdue, waitReason } from '../request/running-deadline.js';
import type { TownSettings } from '../town/schema.js';
import type { DayCounts } from './bulletin.js';
import { type CloseReport, type GridDay, NAMED_OVERDUE } from './close-report.js';

/** A day as it is closed: from the close before it up to, but not including, its own. Epoch milliseconds. */
export interface Day {
  readonly date: string;
  readonly from: number;
  readonly to: number;
}

/** The moment at which the town closes a day, whenever the workflow comes to it. */
export const closingTime = ({ rounds, timeZone }: TownSettings, date: string): number =>
  instantAt(date, rounds['daily-close'].at, timeZone);

/**
 * The day to be closed. It begins where the last one that was closed ended, so that nothing that comes in after 17:30
 * or on a Sunday is left out; the first one ever begins with its date.
 */
export function dayToClose(
  settings: TownSettings,
  date: string,
  before: Pick<CloseReport, 'to'> | undefined,
): Day {
  const to = closingTime(settings, date);
  const from = before?.to ?? instantAt(date, '00:00', settings.timeZone);
  return { date, from: Math.min(from, to), to };
}

/**
 * The report of a day, from the facts of every request that was open on it: by grid, and for the town. What got done of
 * the kinds that are `named` is told by kind.
 */
export function closeDay(
  requests: readonly RequestFacts[],
  day: Day,
  named: ReadonlySet<string> = new Set(),
): CloseReport {
  const byGrid = new Map<number, RequestFacts[]>();
  for (const request of requests) {
    const grid = request.grid ?? 0;
    byGrid.set(grid, [...(byGrid.get(grid) ?? []), request]);
  }
  const grids: GridDay[] = [...byGrid]
    .toSorted(([a], [b]) => a - b)
    .map(([grid, its]) => ({
      grid,
      ...countsOf(its, day),
      late: mostOverdue(its, day),
      ...doneOf(its, day, named),
    }))
    .filter(hasSomething);
  return { ...day, total: countsOf(requests, day), grids };
}

const within = (at: number | undefined, day: Day): boolean =>
  at !== undefined && at >= day.from && at < day.to;

function doneOf(
  requests: readonly RequestFacts[],
  day: Day,
  named: ReadonlySet<string>,
): Pick<GridDay, 'done'> {
  const counts = new Map<string, number>();
  for (const { category, handledAs, handledAt, about } of requests)
    if (named.has(category) && handledAs === 'done' && about === undefined && within(handledAt, day))
      counts.set(category, (counts.get(category) ?? 0) + 1);
  return counts.size === 0 ? {} : { done: [...counts].map(([category, count]) => ({ category, count })) };
}

const hasSomething = ({ reported, handled, closed, carriedOver }: DayCounts): boolean =>
  reported + handled + closed + carriedOver > 0;

function countsOf(requests: readonly RequestFacts[], day: Day): DayCounts {
  const carriedOver = requests.filter((request) => isCarriedOver(request, day));
  return {
    reported: requests.filter(({ createdAt }) => within(createdAt, day)).length,
    handled: requests.filter(({ handledAt }) => within(handledAt, day)).length,
    closed: requests.filter(({ closedAt }) => within(closedAt, day)).length,
    carriedOver: carriedOver.length,
    overdue: carriedOver.filter((request) => isOverdue(request, day.to)).length,
    waiting: countReasons(carriedOver),
  };
}

const isCarriedOver = ({ createdAt, closedAt = Infinity }: RequestFacts, { to }: Day): boolean =>
  createdAt < to && closedAt >= to;

function countReasons(requests: readonly RequestFacts[]): DayCounts['waiting'] {
  const counts: DayCounts['waiting'] = {};
  for (const request of requests) counts[waitReason(request)] = (counts[waitReason(request)] ?? 0) + 1;
  return counts;
}

const mostOverdue = (requests: readonly RequestFacts[], day: Day): GridDay['late'] =>
  requests
    .filter((request) => isCarriedOver(request, day) && isOverdue(request, day.to))
    .toSorted((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, NAMED_OVERDUE)
    .map(({ id, dueAt = 0, waits }) => ({ request: id, dueAt, ...(waits ? { waits } : {}) }));
