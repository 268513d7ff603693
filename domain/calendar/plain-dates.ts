const DAY = 86_400_000;

const epochOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

/** The calendar date `days` after `date` (both YYYY-MM-DD, no time zone involved). */
export function addDays(date: string, days: number): string {
  return new Date(epochOf(date) + days * DAY).toISOString().slice(0, 10);
}

/** How many days `to` is after `from`; negative when it is before. */
export const daysBetween = (from: string, to: string): number => (epochOf(to) - epochOf(from)) / DAY;

/** The Monday of the week in which `date` lies. */
export const mondayOf = (date: string): string => addDays(date, -((weekday(date) + 6) % 7));

/** Day of the week of a calendar date: 0 is Sunday, 6 is Saturday. */
export function weekday(date: string): number {
  return new Date(epochOf(date)).getUTCDay();
}

/** YYYY-MM-DD for a year, a month (1-12) and a day; undefined when the calendar has no such day. */
export function plainDate(year: number, month: number, day: number): string | undefined {
  const at = Date.UTC(year, month - 1, day);
  if (Number.isNaN(at)) return undefined;
  const date = new Date(at).toISOString().slice(0, 10);
  const asked = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  return date === asked.join('-') ? date : undefined;
}
