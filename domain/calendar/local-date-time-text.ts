import type { Language } from '../town/language.js';
import { localDate, localTime } from './local-time.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A date and time for a text message, in the town's own time: "11-23 17:30", in English "23Nov 17:30" because there 11-12 can be
 * read both ways. Always 11 characters, the length of the placeholder `due`; the year is left out to save them.
 */
export function localDateTimeText(at: number, timeZone: string, language: Language): string {
  const [, month = '', day = ''] = localDate(at, timeZone).split('-');
  const time = localTime(at, timeZone);
  switch (language) {
    case 'zh-CN':
      return `${month}-${day} ${time}`;
    case 'en':
      return `${day}${MONTHS[Number(month) - 1] ?? month} ${time}`;
  }
}

/** The same for a page, where there is room for it: "11月3日 17:30", "3 Nov, 17:30". */
export function pageDateTimeText(at: number, timeZone: string, language: Language): string {
  const [, month, day] = localDate(at, timeZone).split('-').map(Number);
  const time = localTime(at, timeZone);
  return language === 'en' ? `${day} ${MONTHS[(month ?? 0) - 1]}, ${time}` : `${month}月${day}日 ${time}`;
}
