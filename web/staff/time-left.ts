import type { Messages } from './messages.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long something lasts from `now` to `until` (epoch milliseconds), in the one or two units that matter; undefined once it is over.
 * The last minute counts as one.
 */
export function timeLeft(until: number, now: number, { ask }: Messages): string | undefined {
  const left = until - now;
  if (left <= 0) return undefined;
  if (left >= DAY) return ask.daysLeft(Math.floor(left / DAY), Math.floor((left % DAY) / HOUR));
  const minutes = Math.max(1, Math.floor(left / MINUTE));
  return minutes < 60 ? ask.minutesLeft(minutes) : ask.hoursLeft(Math.floor(minutes / 60), minutes % 60);
}
