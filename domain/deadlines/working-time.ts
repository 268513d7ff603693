import type { TownSettings } from '../town/schema.js';
import { localDate } from '../calendar/local-time.js';
import { isWorkingDay, workingDayAfter } from './working-days.js';
import { shiftsOf } from './working-hours.js';

/** The local date of `at` if that is a working day, else the next one. */
export function firstWorkingDay(at: number, settings: TownSettings): string {
  const today = localDate(at, settings.timeZone);
  return isWorkingDay(today, settings) ? today : workingDayAfter(today, settings);
}

/** When `time` milliseconds of working time, counted from `at`, are used up. */
export function afterWorkingTime(at: number, time: number, settings: TownSettings): number {
  let left = time;
  for (let day = firstWorkingDay(at, settings); ; day = workingDayAfter(day, settings)) {
    for (const shift of shiftsOf(day, settings)) {
      const from = Math.max(at, shift.from);
      const length = Math.max(0, shift.to - from);
      if (left <= length) return from + left;
      left -= length;
    }
  }
}

/** How much working time lies between two moments, milliseconds; none when `to` does not come after `from`. */
export function workingTimeBetween(from: number, to: number, settings: TownSettings): number {
  let sum = 0;
  for (let day = firstWorkingDay(from, settings); ; day = workingDayAfter(day, settings)) {
    for (const shift of shiftsOf(day, settings)) {
      if (shift.from >= to) return sum;
      sum += Math.max(0, Math.min(to, shift.to) - Math.max(from, shift.from));
    }
  }
}
