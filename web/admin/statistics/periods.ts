import { addDays } from '../../../domain/calendar/plain-dates.js';
import type { Days } from '../../../domain/statistics/period-before.js';

export const PERIODS = ['this-month', 'last-month', 'this-year', 'last-year'] as const;
export type PeriodName = (typeof PERIODS)[number];

const firstOfMonth = (date: string): string => `${date.slice(0, 7)}-01`;

/** A period by name, as seen on a local date; this month and this year end today. */
export function periodNamed(name: PeriodName, today: string): Days {
  const year = Number(today.slice(0, 4));
  const lastMonthEnds = addDays(firstOfMonth(today), -1);
  switch (name) {
    case 'this-month':
      return { from: firstOfMonth(today), to: today };
    case 'last-month':
      return { from: firstOfMonth(lastMonthEnds), to: lastMonthEnds };
    case 'this-year':
      return { from: `${year}-01-01`, to: today };
    case 'last-year':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
  }
}
