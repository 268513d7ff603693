import { plainDate } from '../calendar/plain-dates.js';

/** The days of a leave, both included, and what was written after them. */
export interface LeaveDates {
  readonly from: string;
  readonly to: string;
  readonly rest: string;
}

interface Day {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
}

const DAY = String.raw`(?:(?<year>\d{4})\s*[-/.年]\s*)?(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})\s*[日号]?`;
const FIRST = new RegExp(`^${DAY}`);
const TO = /^\s*(?:[-~–—～至到]+|to(?![a-z]))\s*/;
const DAY_OF_MONTH = /^(?<day>\d{1,2})\s*[日号]?(?![\d/.月-])/;
/** Words may follow the dates, digits and further separators may not: they would be a date half read. */
const CLEAN_END = /^(?:$|[^\d\-/.~至到])/;

/** A 29 February comes back after eight years at the latest (1896, 1904). */
const YEARS_AHEAD = 8;

function readDay(match: RegExpExecArray | null, month?: number): Day | undefined {
  const groups = match?.groups;
  if (!groups) return undefined;
  const year = groups['year'] === undefined ? undefined : Number(groups['year']);
  return { year, month: month ?? Number(groups['month']), day: Number(groups['day']) };
}

/** The second day of a range: a whole date, or only a day of the first one's month ("8/24-26"). */
function readSecond(text: string, first: Day): { day: Day | undefined; length: number } {
  const whole = FIRST.exec(text);
  const match = whole ?? DAY_OF_MONTH.exec(text);
  return { day: readDay(match, whole ? undefined : first.month), length: match?.[0].length ?? 0 };
}

const isEarlier = (a: Day, b: Day): boolean => a.month < b.month || (a.month === b.month && a.day < b.day);

function range(first: Day, last: Day, fromYear: number): { from: string; to: string } | undefined {
  const toYear = last.year ?? (isEarlier(last, first) ? fromYear + 1 : fromYear);
  const from = plainDate(fromYear, first.month, first.day);
  const to = plainDate(toYear, last.month, last.day);
  return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined;
}

/** The years in which the first day may lie: the one written, or those around the message, earliest first. */
function possibleYears(first: Day, last: Day, today: string): number[] {
  if (first.year !== undefined) return [first.year];
  if (last.year !== undefined) return [isEarlier(last, first) ? last.year - 1 : last.year];
  const thisYear = Number(today.slice(0, 4));
  return Array.from({ length: YEARS_AHEAD + 2 }, (_, i) => thisYear - 1 + i);
}

/**
 * Reads the days of a leave from folded text: 8/24-8/26, 8-24~26, 8月24日-8月26日, 2026-08-24~2026-08-26, or one day.
 * Without a year it is the next time these days come that is not over on `today` (YYYY-MM-DD). Undefined when it cannot
 * be read in exactly one way, no such day exists, it ends before it begins, or it is over.
 */
export function readLeaveDates(folded: string, today: string): LeaveDates | undefined {
  const match = FIRST.exec(folded);
  const first = readDay(match);
  if (!match || !first) return undefined;
  let rest = folded.slice(match[0].length);
  let last = first;
  const separator = TO.exec(rest);
  if (separator) {
    const second = readSecond(rest.slice(separator[0].length), first);
    if (!second.day) return undefined;
    last = second.day;
    rest = rest.slice(separator[0].length + second.length);
  }
  if (!CLEAN_END.test(rest)) return undefined;
  const ranges = possibleYears(first, last, today).flatMap((year) => range(first, last, year) ?? []);
  const next = ranges.find(({ to }) => to >= today);
  return next && { ...next, rest };
}
