import type { Allowance } from '../town/allowance.js';
import type { TownSettings } from '../town/schema.js';
import { instantAt } from '../calendar/local-time.js';
import { workingDayAfter } from './working-days.js';
import { endOfDay } from './working-hours.js';
import { afterWorkingTime, firstWorkingDay } from './working-time.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * When an allowance that begins at `at` runs out (both epoch ms); always after `at`, and never earlier for a later
 * `at`.
 *
 * - `minutes`, `hours`, `days` run round the clock; a day is 24 hours.
 * - `workingHours` run only during the working hours of working days.
 * - `workingDays: N` ends with the Nth working day after the day of `at`: the day itself is not counted, whatever the
 * hour
 *   (as legal periods are counted). What begins on a day off counts as if it began on the next working day.
 * - `endOfWorkingDay` ends with the working day of `at`, or with the next one when `at` is after the cut-off, on a day
 * off, or
 *   after the day has ended.
 *
 * Throws `CalendarYearUnknown` when it would need a day of a year whose holidays are not known.
 */
export function deadline(at: number, allowance: Allowance, settings: TownSettings): number {
  if ('minutes' in allowance) return at + allowance.minutes * MINUTE;
  if ('hours' in allowance) return at + allowance.hours * HOUR;
  if ('days' in allowance) return at + allowance.days * DAY;
  if ('workingHours' in allowance) return afterWorkingTime(at, allowance.workingHours * HOUR, settings);
  if ('workingDays' in allowance) return afterWorkingDays(at, allowance.workingDays, settings);
  return endOfWorkingDay(at, allowance.endOfWorkingDay.cutOff, settings);
}

function afterWorkingDays(at: number, count: number, settings: TownSettings): number {
  let day = firstWorkingDay(at, settings);
  for (let n = 0; n < count; n++) day = workingDayAfter(day, settings);
  return endOfDay(day, settings);
}

function endOfWorkingDay(at: number, cutOff: string, settings: TownSettings): number {
  const day = firstWorkingDay(at, settings);
  const end = endOfDay(day, settings);
  const inTime = at <= instantAt(day, cutOff, settings.timeZone) && at < end;
  return inTime ? end : endOfDay(workingDayAfter(day, settings), settings);
}
