import { dateText } from '../../../contracts/pages/times.js';
import { localDateText, localMonthText } from '../../../domain/calendar/local-date-time-text.js';
import type { Language } from '../../../domain/words/language.js';
import { usePage } from '../page/page-context.js';

const isMonth = (date: string): boolean => /^\d{4}-\d{2}$/.test(date);

/** The day or the month of a round in short, for the way to its page on the screen of a phone. */
export const roundDay = (date: string, language: Language): string =>
  isMonth(date) ? localMonthText(date, language) : localDateText(date, language);

/** The same in words, with the year: rounds are looked up for years. */
export function useRoundDate(): (round: { readonly date: string }) => string {
  const { language } = usePage();
  return ({ date }) => (isMonth(date) ? localMonthText(date, language) : dateText(date, language));
}
