import { instantAt, localDate } from '../../domain/calendar/local-time.js';
import { addDays } from '../../domain/calendar/plain-dates.js';
import type { TownSettings } from '../../domain/town/schema.js';

/** The span of local days, both included: without a last one until today, without a first one so many days back. */
export function localDays(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  { timeZone }: Pick<TownSettings, 'timeZone'>,
  at: number,
  lookBack: number,
): { from: number; to: number } {
  const last = to ?? localDate(at, timeZone);
  const first = from ?? addDays(last, -lookBack);
  return { from: instantAt(first, '00:00', timeZone), to: instantAt(addDays(last, 1), '00:00', timeZone) };
}
