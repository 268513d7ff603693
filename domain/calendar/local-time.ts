import { DomainError } from '../domain-error.js';

const DAY = 86_400_000;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = makeFormatter(timeZone);
  formatters.set(timeZone, made);
  return made;
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat {
  try {
    // Swedish writes 2026-11-25 09:30:00, which is read in one piece, several times sooner than part by part.
    return new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    throw new DomainError('TimeZoneUnknown', `There is no time zone ${timeZone}.`, { timeZone });
  }
}

/** The local time at `at`, written as if it were UTC (epoch ms). */
function wallClock(at: number, timeZone: string): number {
  const [date, time] = formatterFor(timeZone).format(at).split(' ');
  const milliseconds = ((at % 1000) + 1000) % 1000;
  return Date.parse(`${date}T${time}Z`) + milliseconds;
}

/** The date (YYYY-MM-DD) in `timeZone` at the instant `at` (epoch ms). */
export function localDate(at: number, timeZone: string): string {
  return new Date(wallClock(at, timeZone)).toISOString().slice(0, 10);
}

/** The time (HH:MM, 24 hours) in `timeZone` at the instant `at` (epoch ms). */
export function localTime(at: number, timeZone: string): string {
  return new Date(wallClock(at, timeZone)).toISOString().slice(11, 16);
}

/**
 * The instant (epoch ms) at which the clocks of `timeZone` show `date` (YYYY-MM-DD) and `time` (HH:MM). Where the
 * clocks go back and show it twice, the first; where they go forward and never show it, as much later as they went
 * forward.
 */
export function instantAt(date: string, time: string, timeZone: string): number {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const offsetAt = (at: number): number => wallClock(at, timeZone) - at;
  // No zone changes its clocks twice within two days, so one of these two offsets holds.
  const candidates = [wall - offsetAt(wall - DAY), wall - offsetAt(wall + DAY)];
  const shown = candidates.filter((at) => wallClock(at, timeZone) === wall);
  return Math.min(...(shown.length > 0 ? shown : candidates.slice(0, 1)));
}

/** An instant (epoch ms) by the clocks of `timeZone`, with its distance to UTC: "2026-08-24T09:00:00.000+08:00". */
export function localInstant(at: number, timeZone: string): string {
  const wall = wallClock(at, timeZone);
  const minutes = Math.round((wall - at) / 60_000);
  const pad = (part: number): string => String(Math.floor(part)).padStart(2, '0');
  const offset = `${minutes < 0 ? '-' : '+'}${pad(Math.abs(minutes) / 60)}:${pad(Math.abs(minutes) % 60)}`;
  return `${new Date(wall).toISOString().slice(0, -1)}${offset}`;
}
