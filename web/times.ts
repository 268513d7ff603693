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
