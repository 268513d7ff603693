import { instantAt } from '../../domain/calendar/local-time.js';
import { addDays } from '../../domain/calendar/plain-dates.js';
import { receptionsBetween } from '../../domain/reception/reception-days.js';
import type { Town } from '../../domain/town/schema.js';
import type { Span } from './arrivals.js';
import { weighted } from './seeded-random.js';

/** Somebody who came on a reception day, as whoever received them texts it. */
export interface WalkIn {
  readonly at: number;
  readonly number: number;
  /** A staff id. */
  readonly by: string;
  readonly people: number;
  /** Their matter, in the words of whoever received them. */
  readonly matter: string;
}

/** People at one reception, and how likely. */
const COME: readonly (readonly [weight: number, count: number])[] = [
  [50, 0],
  [35, 1],
  [15, 2],
];

const MATTERS: readonly (readonly [weight: number, words: string])[] = [
  [60, '已答复 咨询低保政策'],
  [25, '反映路灯不亮'],
  [15, '反映自来水管漏水'],
];

/** Who comes to the receptions that are held, in order. */
export function walkIns(town: Town, { from, days }: Span, random: () => number): WalkIn[] {
  const held = receptionsBetween(town, from, addDays(from, days - 1));
  const came = held.flatMap(({ date, from: begins, staff }) =>
    Array.from({ length: weighted(random, COME) }, () => {
      const people = 1 + Math.floor(random() * 3);
      const at = instantAt(date, begins, town.settings.timeZone) + Math.floor(random() * 90 * 60_000);
      const matter = weighted(random, MATTERS);
      return staff === undefined ? [] : [{ at, by: staff, people, matter }];
    }).flat(),
  );
  return came.toSorted((a, b) => a.at - b.at).map((one, number) => ({ ...one, number }));
}
