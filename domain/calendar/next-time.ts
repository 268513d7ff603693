import { instantAt, localDate } from './local-time.js';
import { addDays } from './plain-dates.js';

/** The next instant after `at` (both epoch ms) at which the clocks of `timeZone` show `time` (HH:MM). */
export function nextTime(at: number, time: string, timeZone: string): number {
  const today = localDate(at, timeZone);
  const next = instantAt(today, time, timeZone);
  return next > at ? next : instantAt(addDays(today, 1), time, timeZone);
}
