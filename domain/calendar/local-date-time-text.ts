import type { Language } from '../words/language.js';
import { localDate, localTime } from './local-time.js';

/** Three letters each: a deadline has to fit into a text. */
export const SHORT_MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
];

/**
 * A date and time for a text message, in the town's own time: "8月24日17:30", in English "24 Aug 17:30" because there 8/9
 * can be read both ways. At most 12 characters, the length of the placeholder `due`; the year is left out to save them.
 */
export function localDateTimeText(at: number, timeZone: string, language: Language): string {
  return `${localDateText(localDate(at, timeZone), language)}${language === 'en' ? ' ' : ''}${localTime(at, timeZone)}`;
}

/** A date (YYYY-MM-DD) alone: "8月24日", "24 Aug". */
export function localDateText(date: string, language: Language): string {
  const [, month = 0, day = 0] = date.split('-').map(Number);
  return language === 'en' ? `${day} ${SHORT_MONTHS[month - 1] ?? ''}` : `${month}月${day}日`;
}

/** The days between two dates: "8月24日至26日", "24-26 Aug"; one day where they are the same. At most 13 characters. */
export function localDatesText({ from, to }: { from: string; to: string }, language: Language): string {
  if (from === to) return localDateText(from, language);
  const [first, last] = [localDateText(from, language), localDateText(to, language)];
  const inMonth = from.slice(0, 7) === to.slice(0, 7);
  if (language === 'en') return inMonth ? `${first.split(' ')[0]}-${last}` : `${first}-${last}`;
  return `${first}至${inMonth ? last.replace(/^.*月/, '') : last}`;
}

/** A month (YYYY-MM): "2026年8月", "Aug 2026". */
export function localMonthText(date: string, language: Language): string {
  const [year, month = 0] = date.split('-').map(Number);
  return language === 'en' ? `${SHORT_MONTHS[month - 1] ?? ''} ${year}` : `${year}年${month}月`;
}

/** The same for a page, where there is room for it: "11月3日 17:30", "3 Nov, 17:30". */
export function pageDateTimeText(at: number, timeZone: string, language: Language): string {
  return `${localDateText(localDate(at, timeZone), language)}${language === 'en' ? ', ' : ' '}${localTime(at, timeZone)}`;
}
