import type { Services } from '../../adapters/services.js';
import { instantAt } from '../../domain/calendar/local-time.js';
import { addDays } from '../../domain/calendar/plain-dates.js';
import type { Happenings, Period } from '../../domain/statistics/count-figures.js';
import type { RequestFacts } from '../../domain/request/facts.js';
import type { Town, TownSettings } from '../../domain/town/schema.js';

/** Local days, both included, as far as they have passed: what will be due tomorrow is not late today. */
export function periodOf(
  { from, to }: { readonly from: string; readonly to: string },
  { settings: { timeZone } }: Town,
  now: number,
): Period {
  const end = instantAt(addDays(to, 1), '00:00', timeZone);
  return { from: instantAt(from, '00:00', timeZone), to: Math.min(end, now + 1) };
}

/**
 * The facts from which the figures of a period are counted. Requests received and causes opened before the period may
 * be closed in it.
 */
export async function happeningsIn(
  { history }: Services<{ history: 'read' | 'readRequests' }>,
  { settings, grids }: Town,
  period: Period,
): Promise<Happenings> {
  const everywhere = [NOWHERE, ...grids.map(({ number }) => number)];
  const [requests, visits, receptions, causes] = await Promise.all([
    requestsIn({ history }, settings, everywhere, period),
    history.ofTown(settings.id, everywhere, 'visit', period),
    history.ofTown(settings.id, everywhere, 'reception', period),
    history.ofTown(settings.id, [NOWHERE], 'cause', receivedBefore(settings, period)),
  ]);
  return { requests, visits, receptions, causes };
}

/** The grid of what no grid was found for. */
export const NOWHERE = 0;

const receivedBefore = ({ statistics }: TownSettings, { from, to }: Period): Period => ({
  from: Math.max(0, from - statistics.lookBackDays * 86_400_000),
  to,
});

/** The requests of some grids that the figures of a period are counted from. */
export const requestsIn = (
  { history }: Services<{ history: 'readRequests' }>,
  settings: TownSettings,
  grids: readonly number[],
  period: Period,
): Promise<RequestFacts[]> => history.requests(settings.id, grids, receivedBefore(settings, period));
