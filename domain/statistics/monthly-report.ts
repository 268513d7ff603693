import { localDate } from '../calendar/local-time.js';
import { addDays } from '../calendar/plain-dates.js';
import type { RequestFacts } from '../request/facts.js';
import { type Happenings, type LateRequest, lateIn, type Period } from './count-figures.js';

/** A calendar month in a town's local days, both included. */
export interface Month {
  /** YYYY-MM */
  readonly month: string;
  readonly from: string;
  readonly to: string;
}

/** From the 28th of any month into the next. */
const DAYS_TO_NEXT_MONTH = 4;

export function monthNamed(month: string): Month {
  const next = addDays(`${month}-28`, DAYS_TO_NEXT_MONTH).slice(0, 7);
  return { month, from: `${month}-01`, to: addDays(`${next}-01`, -1) };
}

export const monthBefore = ({ from }: Month): Month => monthNamed(addDays(from, -1).slice(0, 7));

/** Whether a month has begun, and whether it is over, by a town's clock. */
export function stateOfMonth(
  { from, to }: Month,
  now: number,
  timeZone: string,
): 'to-come' | 'running' | 'over' {
  const today = localDate(now, timeZone);
  if (from > today) return 'to-come';
  return to < today ? 'over' : 'running';
}

/** How often, and how many people. */
interface Met {
  readonly times: number;
  readonly people: number;
}

/** The facts of a monthly report beside the figures of the statistics. */
export interface MonthlyFacts {
  /** Emergencies that were reported in the period, as they came. */
  readonly emergencies: readonly RequestFacts[];
  readonly late: readonly LateRequest[];
  readonly visits: Met;
  readonly receptions: Met;
}

export function monthlyFacts({ requests, visits, receptions }: Happenings, period: Period): MonthlyFacts {
  const within = ({ at }: { readonly at: number }) => at >= period.from && at < period.to;
  return {
    emergencies: requests
      .filter(({ path, createdAt: at }) => path === 'emergency' && within({ at }))
      .toSorted((a, b) => a.createdAt - b.createdAt),
    late: lateIn(requests, period),
    visits: metOn(visits.filter(within)),
    receptions: metOn(receptions.filter(within)),
  };
}

const metOn = (occasions: readonly { readonly people: number }[]): Met => ({
  times: occasions.length,
  people: occasions.reduce((sum, { people }) => sum + people, 0),
});
