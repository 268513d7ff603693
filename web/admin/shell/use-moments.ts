import { dateTimeText, dayText, durationText, wholeText } from '../../../contracts/pages/times.js';
import { usePage } from '../page/page-context.js';

/** Times in the language that is chosen, by the town's clock. */
export function useMoments() {
  const { language, me } = usePage();
  const { timeZone } = me.town;
  return {
    /** Day and minute of a moment, as the API writes it (ISO 8601). */
    moment: (at: string): string => dateTimeText(Date.parse(at), language, timeZone),
    day: (at: string): string => dayText(Date.parse(at), language, timeZone),
    duration: (milliseconds: number): string => durationText(milliseconds, language),
    whole: (milliseconds: number): string => wholeText(milliseconds, language),
  };
}
