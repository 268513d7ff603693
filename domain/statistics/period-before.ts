import { addDays } from '../calendar/plain-dates.js';

/** Local dates, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const DAY = 86_400_000;
const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

const lastOfMonth = (month: string): string => addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1);

/** The same date in another month; a month that has no such day ends with its last. */
function inMonth(month: string, date: string): string {
  const last = lastOfMonth(month);
  const same = `${month}-${date.slice(8)}`;
  return same < last ? same : last;
}

const isFirst = (date: string): boolean => date.endsWith('-01');
const isLast = (date: string): boolean => lastOfMonth(date.slice(0, 7)) === date;

/**
 * The period to compare one with. What begins with a year is compared with the same days of the year before, what
 * begins with a month with the same days of the month before, as far as both go; whatever else with as many days before
 * it.
 */
export function periodBefore({ from, to }: Days): Days {
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  if (isFirst(from) && sameMonth) {
    const month = addDays(from, -1).slice(0, 7);
    return { from: `${month}-01`, to: isLast(to) ? lastOfMonth(month) : inMonth(month, to) };
  }
  if (from.endsWith('-01-01') && sameYear) {
    const year = Number(from.slice(0, 4)) - 1;
    const month = `${year}${to.slice(4, 7)}`;
    return { from: `${year}-01-01`, to: isLast(to) ? lastOfMonth(month) : inMonth(month, to) };
  }
  return { from: addDays(from, -1 - daysFrom(from, to)), to: addDays(from, -1) };
}
