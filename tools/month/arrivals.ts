import { instantAt } from '../../domain/calendar/local-time.js';
import { addDays } from '../../domain/calendar/plain-dates.js';
import type { Town } from '../../domain/town/schema.js';
import { weighted } from './seeded-random.js';

/** Somebody brings something to the town. */
export interface Arrival {
  readonly at: number;
  readonly number: number;
  readonly channel: 'web' | 'sms' | 'cadre';
  readonly category: string;
  readonly village: string;
  readonly group: number;
}

/** How often each kind of request comes in, out of 100; categories of a town that are not named here are rare. */
const MIX: Readonly<Record<string, number>> = {
  'household-refuse': 22,
  'street-light': 16,
  other: 14,
  'water-leak': 9,
  'road-damage': 8,
  'power-failure': 7,
  'cataract-surgery': 5,
  'temporary-aid': 5,
  'neighbour-dispute': 4,
  'minimum-living-allowance': 3,
  'disability-certificate': 3,
  'construction-site': 2,
  petition: 1,
  'gas-leak': 1,
};
const RARE = 0.5;

/** People write in the day, a few in the evening, and hardly ever at night. */
const HOURS: readonly (readonly [weight: number, hour: number])[] = Array.from({ length: 24 }, (_, hour) => [
  hour < 7 ? 0.2 : hour < 18 ? 6 : 2,
  hour,
]);

export interface Span {
  /** The first day, YYYY-MM-DD in the town's time zone. */
  readonly from: string;
  readonly days: number;
}

/** The requests of some days, in order: spread over all grids, in the mix of a town like the sample. */
export function arrivals(town: Town, span: Span, count: number, random: () => number): Arrival[] {
  const homes = town.villages.flatMap(({ id, groups }) =>
    groups.map((group) => ({ village: id, group: group.number })),
  );
  const mix = town.categories.map(({ id }) => [MIX[id] ?? RARE, id] as const);
  const drawn = Array.from({ length: count }, () => {
    const home = homes[Math.floor(random() * homes.length)] ?? { village: '', group: 0 };
    const day = addDays(span.from, Math.floor(random() * span.days));
    const hour = weighted(random, HOURS);
    const minute = Math.floor(random() * 60);
    const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
    const channel = weighted(random, [
      [70, 'web'],
      [24, 'sms'],
      [6, 'cadre'],
    ] as const);
    const at = instantAt(day, time, town.settings.timeZone) + Math.floor(random() * 60_000);
    return { at, channel, category: weighted(random, mix), ...home };
  });
  return drawn.toSorted((a, b) => a.at - b.at).map((arrival, number) => ({ ...arrival, number }));
}
