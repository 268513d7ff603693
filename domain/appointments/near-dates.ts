import { daysBetween, plainDate } from '../calendar/plain-dates.js';

/** A date that was over this many days ago is taken for the next year's; a later one for a slip. */
const OVER = 60;

/** The date that a day of a month most probably means today; undefined where there is no such day. */
export function nearest(today: string, month: number, day: number): string | undefined {
  const year = Number(today.slice(0, 4));
  const date = plainDate(year, month, day);
  const isOver = date === undefined || daysBetween(date, today) > OVER;
  return isOver ? plainDate(year + 1, month, day) : date;
}

/** The next day with this number, in this month (0), the next (1), or, without one named, in whichever comes. */
export function nextDayOfMonth(today: string, day: number, ahead?: number): string | undefined {
  const [year = 0, month = 0, now = 0] = today.split('-').map(Number);
  const on = month - 1 + (ahead ?? (day < now ? 1 : 0));
  return plainDate(year + Math.floor(on / 12), (on % 12) + 1, day);
}
