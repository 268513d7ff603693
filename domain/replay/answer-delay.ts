import { afterWorkingTime, workingTimeBetween } from '../deadlines/working-time.js';
import type { TownSettings } from '../town/schema.js';

/**
 * How long somebody took to answer: round the clock, or in working time. `rest` is how far beyond that working time, in
 * the hours off that follow it, the answer came; so that asked at the same moment they answer at the same moment.
 */
export type AnswerDelay =
  | { readonly clock: 'round'; readonly time: number }
  | { readonly clock: 'working'; readonly time: number; readonly rest: number };

/** When this much working time is over; none is over at once, on a day off too. */
const worked = (from: number, time: number, settings: TownSettings): number =>
  time === 0 ? from : afterWorkingTime(from, time, settings);

/** How long it took from `askedAt` to `answeredAt`, by the clock that counts for who was asked. */
export function measureDelay(
  { askedAt, answeredAt }: { readonly askedAt: number; readonly answeredAt: number },
  clock: AnswerDelay['clock'],
  settings: TownSettings,
): AnswerDelay {
  if (clock === 'round') return { clock, time: Math.max(0, answeredAt - askedAt) };
  const time = workingTimeBetween(askedAt, answeredAt, settings);
  return { clock, time, rest: Math.max(0, answeredAt - worked(askedAt, time, settings)) };
}

/** When somebody who is asked at `askedAt` answers, taking as long as measured. */
export function answersAt(askedAt: number, delay: AnswerDelay, settings: TownSettings): number {
  if (delay.clock === 'round') return askedAt + delay.time;
  const done = worked(askedAt, delay.time, settings);
  // In the hours off: within working hours the rest would be more working time than was taken.
  const later = done + delay.rest;
  return workingTimeBetween(done, later, settings) === 0 ? later : done;
}
