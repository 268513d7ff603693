// The library's own data file: it reads dates by the machine's time zone in its functions, and this does not.
import chinese from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { DomainError } from '../domain-error.js';
import type { TownSettings } from '../town/schema.js';
import { addDays, weekday } from './plain-dates.js';

const holidays: ReadonlySet<string> = new Set(Object.keys(chinese.holidays));
const makeUpDays: ReadonlySet<string> = new Set(Object.keys(chinese.workdays));

/**
 * The State Council announces a year's holidays in one notice, so a year is known when its National Day is. Its New Year alone
 * proves nothing: that can come with the notice of the year before.
 */
const knowsYear = (year: string): boolean => holidays.has(`${year}-10-01`);

/**
 * Whether `date` (YYYY-MM-DD, the town's own date) is a working day: public holidays are not, make-up days are, else Monday to
 * Friday. Throws `CalendarYearUnknown` for a year whose holidays the kept library does not have (yet).
 */
export function isWorkingDay(date: string, settings: Pick<TownSettings, 'holidays'>): boolean {
  const day = weekday(date);
  const isWeekday = day >= 1 && day <= 5;
  switch (settings.holidays) {
    case 'none':
      return isWeekday;
    case 'CN': {
      const year = date.slice(0, 4);
      if (!knowsYear(year)) {
        const message = `The public holidays of ${year} are not known; update the package chinese-days.`;
        throw new DomainError('CalendarYearUnknown', message, { year: Number(year) });
      }
      return makeUpDays.has(date) || (isWeekday && !holidays.has(date));
    }
  }
}

/** The first working day after `date`. */
export function workingDayAfter(date: string, settings: Pick<TownSettings, 'holidays'>): string {
  let next = addDays(date, 1);
  while (!isWorkingDay(next, settings)) next = addDays(next, 1);
  return next;
}
