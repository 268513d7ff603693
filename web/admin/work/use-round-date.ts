import { localDateText, localMonthText } from '../../../domain/calendar/local-date-time-text.js';
import { usePage } from '../page/page-context.js';

/** The day or the month of a round in words. */
export function useRoundDate(): (round: { readonly date: string }) => string {
  const { language } = usePage();
  return ({ date }) =>
    /^\d{4}-\d{2}$/.test(date) ? localMonthText(date, language) : localDateText(date, language);
}
