import { instantAt, localDate } from '../calendar/local-time.js';
import { addDays } from '../calendar/plain-dates.js';
import { workingDayAfter } from '../deadlines/working-days.js';
import type { TownSettings } from '../town/schema.js';

/** How late, or nearly, an open request is: overdue, due later today, or due by the end of the next working day. */
export type DueWithin = 'overdue' | 'today' | 'soon';

/** Deadlines from the first moment up to, but not including, the second; epoch milliseconds. */
export interface DueRange {
  readonly from: number;
  readonly to: number;
}

export function dueRange(within: DueWithin, at: number, settings: TownSettings): DueRange {
  const today = localDate(at, settings.timeZone);
  const endOf = (date: string): number => instantAt(addDays(date, 1), '00:00', settings.timeZone);
  switch (within) {
    // A request due at this moment is late.
    case 'overdue':
      return { from: 0, to: at + 1 };
    case 'today':
      return { from: at + 1, to: endOf(today) };
    case 'soon':
      return { from: at + 1, to: endOf(workingDayAfter(today, settings)) };
  }
}
