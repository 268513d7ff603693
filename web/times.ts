import type { Language } from '../domain/town/language.js';

/** A point in time (epoch milliseconds) in words: day, weekday and minute; in the device's time zone unless one is given. */
export const dateTimeText = (at: number, language: Language, timeZone?: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at);

/** Hour and minute of a point in time (epoch milliseconds). */
export const timeText = (at: number, language: Language, timeZone?: string): string =>
  new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at);

/** The day of a point in time (epoch milliseconds), with its weekday and year. */
export const dayText = (at: number, language: Language, timeZone?: string): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone,
  }).format(at);

/** A local date (YYYY-MM-DD) with its weekday and year, whatever the device's time zone. */
export const dateText = (date: string, language: Language): string =>
  dayText(Date.parse(`${date}T00:00:00Z`), language, 'UTC');

/** A local date (YYYY-MM-DD) of these weeks: its year goes without saying. */
export const nearDateText = (date: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    timeZone: 'UTC',
  }).format(Date.parse(`${date}T00:00:00Z`));

/** 2024 began on a Monday. */
const A_MONDAY = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

/** A day of the week in short, 0 for Monday. */
export const weekdayText = (day: number, language: Language): string =>
  new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(A_MONDAY + day * DAY);
