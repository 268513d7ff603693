import type { Allowance } from '../town/allowance.js';
import type { TownSettings } from '../town/schema.js';
import { deadline } from './deadline.js';
import { whenToText } from './quiet-hours.js';

/**
 * Until when somebody may answer what they are asked at `at`. Where the text waits for the quiet hours to end, an
 * allowance that runs round the clock begins then: nobody is late with what they could not know. One on the working
 * calendar counts no night anyway. What is urgent does not wait.
 */
export function timeToAnswer(
  at: number,
  allowance: Allowance,
  settings: TownSettings,
  { urgent }: { urgent: boolean },
): number {
  const roundTheClock = 'minutes' in allowance || 'hours' in allowance || 'days' in allowance;
  return deadline(roundTheClock && !urgent ? whenToText(at, settings) : at, allowance, settings);
}
