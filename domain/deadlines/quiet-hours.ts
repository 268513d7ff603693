import type { TownSettings } from '../town/schema.js';
import { instantAt, localDate, localTime } from '../calendar/local-time.js';
import { addDays } from '../calendar/plain-dates.js';

type Settings = Pick<TownSettings, 'timeZone' | 'sms'>;

/**
 * When a text that can wait may be sent, once there is one at `at` (both epoch ms): at once, or when the quiet hours of
 * the town end. They may run over midnight.
 */
export function whenToText(at: number, { timeZone, sms }: Settings): number {
  const { from, to } = sms.quietHours;
  const time = localTime(at, timeZone);
  const overMidnight = from > to;
  const evening = overMidnight && time >= from;
  const quiet = overMidnight ? evening || time < to : time >= from && time < to;
  if (!quiet) return at;
  const date = localDate(at, timeZone);
  // Where the clocks go back, the end is shown twice, and its first time may be over.
  return Math.max(at, instantAt(evening ? addDays(date, 1) : date, to, timeZone));
}
