import type { Language } from '../../domain/words/language.js';
import { localeOf } from '../../domain/words/locale-of.js';

/** A point in time: epoch milliseconds, or as the service writes it. */
export type Instant = number | string;

/** The town's, by which its pages and texts say all times; undefined: not known yet, and then the device's. */
type Zone = string | undefined;

const known = new Map<string, Zone>();

/** A zone that this device knows; one of 2020 throws at a name that is newer. */
export function knownZone(timeZone: Zone): Zone {
  if (timeZone === undefined || known.has(timeZone)) return timeZone && known.get(timeZone);
  try {
    Intl.DateTimeFormat('en', { timeZone });
    known.set(timeZone, timeZone);
  } catch {
    known.set(timeZone, undefined);
  }
  return known.get(timeZone);
}

/** A day with its month in three letters, as texts write it: newer devices alone say "Sept". */
const withMonth = (
  at: number | Date,
  language: Language,
  options: Readonly<Intl.DateTimeFormatOptions>,
): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    ...options,
  })
    .format(at)
    .replace('Sept', 'Sep');

/** A point in time in words: day, weekday and minute. */
export const dateTimeText = (at: Instant, language: Language, timeZone: Zone): string =>
  withMonth(new Date(at), language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: knownZone(timeZone),
  });

/** Hour and minute of a point in time. */
export const timeText = (at: Instant, language: Language, timeZone: Zone): string =>
  new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: knownZone(timeZone),
  }).format(new Date(at));

/** The day of a point in time, with its weekday and year. */
export const dayText = (at: Instant, language: Language, timeZone: Zone): string =>
  withMonth(new Date(at), language, { year: 'numeric', timeZone: knownZone(timeZone) });

/** A local date (YYYY-MM-DD) with its weekday and year, whatever the device's time zone. */
export const dateText = (date: string, language: Language): string =>
  dayText(Date.parse(`${date}T00:00:00Z`), language, 'UTC');

/** A local date (YYYY-MM-DD) of these weeks: its year goes without saying. */
export const nearDateText = (date: string, language: Language): string =>
  withMonth(Date.parse(`${date}T00:00:00Z`), language, { timeZone: 'UTC' });

/** 2024 began on a Monday. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** A day of the week in short, 0 for Monday. */
export const weekdayText = (day: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(A_MONDAY + day * DAY);

type Unit = 'day' | 'hour' | 'minute' | 'second' | 'millisecond';

/** Where the standard's own are not what people write: it says "1 hr", "5 sec". */
const SHORT: Readonly<Record<Exclude<Unit, 'day'>, string>> = {
  hour: 'h',
  minute: 'min',
  second: 's',
  millisecond: 'ms',
};

function amountText(value: number, unit: Unit, language: Language): string {
  if (language === 'en' && unit !== 'day') return `${value} ${SHORT[unit]}`;
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}

/** How long something takes, as people say it: "64 days", "1 h 10 min", "4.2 s". */
export function durationText(milliseconds: number, language: Language): string {
  const said = (value: number, unit: Unit): string => amountText(value, unit, language);
  const minutes = Math.round(milliseconds / 60_000);
  if (milliseconds >= 2 * DAY) return said(Math.round(milliseconds / DAY), 'day');
  if (minutes >= 60)
    return minutes % 60 === 0
      ? said(minutes / 60, 'hour')
      : [said(Math.floor(minutes / 60), 'hour'), said(minutes % 60, 'minute')].join(
          language === 'en' ? ' ' : '',
        );
  if (milliseconds >= 60_000) return said(minutes, 'minute');
  return milliseconds >= 1000
    ? said(Math.round(milliseconds / 100) / 10, 'second')
    : said(Math.round(milliseconds), 'millisecond');
}

/** How far off something is, in whole units of one kind, as people say it: "3 h", "2 days"; never "1 h 10 min". */
export function wholeText(milliseconds: number, language: Language): string {
  const minutes = Math.max(1, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return amountText(minutes, 'minute', language);
  return minutes < 48 * 60
    ? amountText(Math.floor(minutes / 60), 'hour', language)
    : amountText(Math.floor(minutes / (24 * 60)), 'day', language);
}
