// The library's own data file: it reads dates by the machine's time zone in its functions, and this does not.
import chinese from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { DomainError } from '../domain-error.js';
import type { Holidays, TownSettings } from '../town/schema.js';
import { type OwnHoliday, ownDaysOff } from '../calendar/own-holidays.js';
import { addDays, weekday } from '../calendar/plain-dates.js';
import { statutoryDaysOff } from '../calendar/statutory-holidays.js';

let known: { readonly off: ReadonlySet<string>; readonly worked: ReadonlySet<string> } | undefined;
/** The public holidays and make-up days of all years; most functions start without asking for one. */
const publicDays = () =>
  (known ??= {
    off: new Set(Object.keys(chinese.holidays)),
    worked: new Set(Object.keys(chinese.workdays)),
  });

const provisional = new Map<number, ReadonlySet<string>>();

/**
 * The State Council announces a year's holidays in one notice, so a year is known when its National Day is. Its New
 * Year alone proves nothing: that can come with the notice of the year before.
 */
export const knowsYear = (year: string): boolean => publicDays().off.has(`${year}-10-01`);

/** The days off by law in a year whose notice the kept library does not have yet. */
function provisionalDaysOff(year: number): ReadonlySet<string> {
  const known = provisional.get(year) ?? statutoryDaysOff(year);
  if (!known) {
    const message = `The public holidays of ${year} are not known; update the package chinese-days.`;
    throw new DomainError('CalendarYearUnknown', message, { year });
  }
  provisional.set(year, known);
  return known;
}

const NO_OWN: OwnHoliday[] = [];
/** A town asks for the same days again and again; its list of them never changes while it is loaded. */
const ownDays = new WeakMap<readonly OwnHoliday[], Map<number, ReadonlySet<string>>>();

function isOwnDayOff(own: readonly OwnHoliday[], date: string): boolean {
  if (own.length === 0) return false;
  const years = ownDays.get(own) ?? new Map<number, ReadonlySet<string>>();
  ownDays.set(own, years);
  const year = Number(date.slice(0, 4));
  const off = years.get(year) ?? ownDaysOff(own, year);
  years.set(year, off);
  return off.has(date);
}

/** The short form names a calendar and nothing of the town's own. */
const spelledOut = (holidays: Holidays): Exclude<Holidays, string> =>
  typeof holidays === 'string' ? { calendar: holidays, own: NO_OWN, workingDays: [] } : holidays;

/**
 * Whether `date` (YYYY-MM-DD, the town's own date) is a working day. The town's own working days are, its own days off
 * are not; else public holidays are not, make-up days are, and Monday to Friday. A year whose notice the kept library
 * does not have yet is counted by the law alone, without bridges and make-up days. Throws `CalendarYearUnknown` for a
 * year of which not even that is known.
 */
export function isWorkingDay(date: string, settings: Pick<TownSettings, 'holidays'>): boolean {
  const { calendar, own, workingDays } = spelledOut(settings.holidays);
  if (workingDays.includes(date)) return true;
  return !isOwnDayOff(own, date) && isPublicWorkingDay(date, calendar);
}

function isPublicWorkingDay(date: string, calendar: 'CN' | 'none'): boolean {
  const day = weekday(date);
  const isWeekday = day >= 1 && day <= 5;
  switch (calendar) {
    case 'none':
      return isWeekday;
    case 'CN': {
      const year = date.slice(0, 4);
      if (!knowsYear(year)) return isWeekday && !provisionalDaysOff(Number(year)).has(date);
      const { off, worked } = publicDays();
      return worked.has(date) || (isWeekday && !off.has(date));
    }
  }
}

/** The first working day after `date`. */
export function workingDayAfter(date: string, settings: Pick<TownSettings, 'holidays'>): string {
  let next = addDays(date, 1);
  while (!isWorkingDay(next, settings)) next = addDays(next, 1);
  return next;
}

/** The last working day before `date`. */
export function workingDayBefore(date: string, settings: Pick<TownSettings, 'holidays'>): string {
  let before = addDays(date, -1);
  while (!isWorkingDay(before, settings)) before = addDays(before, -1);
  return before;
}
