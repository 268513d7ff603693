import { addDays, weekday } from './plain-dates.js';

const isWeekend = (date: string): boolean => weekday(date) === 0 || weekday(date) === 6;

/** These days off, and for each of `made` that falls on a weekend the next weekday that is none of them. */
export function withMadeGood(days: readonly string[], made: readonly string[]): ReadonlySet<string> {
  const off = new Set(days);
  for (const lost of made.filter(isWeekend).toSorted()) {
    let instead = addDays(lost, 1);
    while (isWeekend(instead) || off.has(instead)) instead = addDays(instead, 1);
    off.add(instead);
  }
  return off;
}
