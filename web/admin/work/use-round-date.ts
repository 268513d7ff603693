import { dateText } from '../../../contracts/pages/times.js';
import { localMonthText } from '../../../domain/calendar/local-date-time-text.js';
import type { Language } from '../../../domain/words/language.js';
import { usePage } from '../page/page-context.js';

/** The day or the month of a round in words, with the year: rounds are looked up for years. */
export const roundDate = (date: string, language: Language): string =>
  /^\d{4}-\d{2}$/.test(date) ? localMonthText(date, language) : dateText(date, language);

export function useRoundDate(): (round: { readonly date: string }) => string {
  const { language } = usePage();
  return ({ date }) => roundDate(date, language);
}
