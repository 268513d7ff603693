import type * as z from 'zod';
import type { Services } from '../../../adapters/services.js';
import type { todayAnswer } from '../../../contracts/resident/today.js';
import { instantAt, localDate } from '../../../domain/calendar/local-time.js';
import { bulletinSchema } from '../../../domain/daily-close/bulletin.js';
import { closeDay } from '../../../domain/daily-close/close-day.js';
import { openEmergencies } from '../../../domain/daily-close/open-emergencies.js';
import type { RequestFacts } from '../../../domain/request/facts.js';
import { STEPS } from '../../../domain/request/steps.js';
import type { Town } from '../../../domain/town/schema.js';
import { gridRow } from './grid-row.js';

/** The day from midnight until now, by the rule that closes days: nothing that the daily board would not show. */
export async function todayOf(
  { board }: Services<{ board: 'readOpen' }>,
  town: Town,
  at: number,
): Promise<z.input<typeof todayAnswer>> {
  const { id, timeZone } = town.settings;
  const date = localDate(at, timeZone);
  const from = instantAt(date, '00:00', timeZone);
  // Requests received or closed at this very moment count.
  const to = at + 1;
  const rows = await board.rowsSince(id, { from, to });
  const named = new Set(town.categories.filter((one) => one.public).map(({ id: category }) => category));
  const day = closeDay(
    rows.map(({ facts }) => (isKept(facts, named) ? withoutGrid(facts) : facts)),
    { date, from, to },
    named,
  );
  // The published part of a day's report, and nothing else of it.
  const { total, grids } = bulletinSchema.parse(day);
  return {
    town: id,
    date,
    at: new Date(at).toISOString(),
    timeZone,
    total,
    grids: grids.map((row) => gridRow(row, town)),
    steps: openBySteps(rows.filter(({ facts }) => facts.closedAt === undefined)),
    emergencies: openEmergencies(rows, town).map(({ since, ...said }) => ({
      ...said,
      since: new Date(since).toISOString(),
    })),
  };
}

/** An emergency of which nobody is told where it is: its grid, counted while one looks on, would tell. */
const isKept = ({ closedAt, path, category, about }: RequestFacts, named: ReadonlySet<string>): boolean =>
  closedAt === undefined && path === 'emergency' && (!named.has(category) || about !== undefined);

const withoutGrid = ({ grid: _grid, ...facts }: RequestFacts): RequestFacts => facts;

function openBySteps(open: readonly { readonly facts: RequestFacts }[]) {
  const at = open.map(({ facts }) => facts.step);
  return STEPS.map((step) => ({ step, open: at.filter((one) => one === step).length }));
}
