import type { Allowance } from '../town/allowance.js';

const DAY = 86_400_000;

/** An allowance in milliseconds; those of retention are in days, which their schema holds. */
export const lasts = (allowance: Allowance): number =>
  'days' in allowance ? allowance.days * DAY : Infinity;

/** The moment before which an end is long enough ago. */
export const overBefore = (allowance: Allowance, at: number): number => at - lasts(allowance);

/** When the table lets go of what was stored at a moment: epoch seconds. */
export const expiresAfter = (allowance: Allowance, at: number): number =>
  Math.floor((at + lasts(allowance)) / 1000);

/**
 * Months, as 2026-08, that one night's pass looks through for what is over: the latest two, and a year of those before,
 * another one each night, so that within as many nights as there are years everything is looked through, however late a
 * retention was shortened.
 */
export function monthsToLookThrough(before: number, night: number): string[] {
  const year = (night % YEARS) * 12;
  const older = Array.from({ length: 12 }, (_, month) => 2 + year + month);
  return [0, 1, ...older].map((back) => monthBack(before, back));
}

/** As far back as is looked at. */
const YEARS = 10;

function monthBack(at: number, back: number): string {
  const day = new Date(at);
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - back, 1)).toISOString().slice(0, 7);
}
