import type { Messages } from './messages.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * How long something lasts from `now` to `until` (epoch milliseconds), in the one or two units that matter, without
 * what is none of; undefined once it is over. The last minute counts as one.
 */
export function timeLeft(until: number, now: number, { ask }: Messages): string | undefined {
  const left = until - now;
  if (left <= 0) return undefined;
  const minutes = Math.max(1, Math.floor(left / MINUTE));
  const days = Math.floor(left / DAY);
  const hours = Math.floor(minutes / 60) % 24;
  const parts = [
    days > 0 && ask.days(days),
    hours > 0 && ask.hours(hours),
    days === 0 && minutes % 60 > 0 && ask.minutes(minutes % 60),
  ];
  return ask.left(...parts.filter((part) => part !== false));
}
