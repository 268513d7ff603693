const ISO_8601 =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-8]):[0-5]\d)$/;

/**
 * The RFC 3339 profile of the States Language: an upper-case T and a zone (Z or an offset) are needed, and the day and
 * the time of day must be there in the calendar, which `Date.parse` does not ask for.
 */
export function isTimestamp(text: string): boolean {
  const parts = ISO_8601.exec(text)?.slice(1).map(Number);
  if (parts === undefined) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return false;
  return hour < 24 && minute < 60 && second < 60;
}

/** The day before the first of the next month. */
function daysOf(year: number, month: number): number {
  const last = new Date(0);
  last.setUTCFullYear(year, month, 0);
  return last.getUTCDate();
}
