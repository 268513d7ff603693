import type { placesRoute } from '../../contracts/resident/places.js';
import type { AnswerOf } from '../../contracts/route.js';
import { WEEKDAYS, type Weekday } from '../../domain/town/field-schemas.js';

/** Where people can come in person. */
export type TownPlace = AnswerOf<typeof placesRoute>['places'][number];

/** A word joiner: a line does not end at the dash of a time. */
const UNBROKEN = '\u2060';

/** Opening hours with all times of the same days together, in their order. */
export function hoursByDays(hours: TownPlace['hours']): { days: readonly Weekday[]; times: string[] }[] {
  const together = new Map<string, { days: readonly Weekday[]; times: string[] }>();
  for (const { days, from, to } of hours) {
    const known = together.get(days.join()) ?? { days, times: [] };
    known.times.push(`${from}${UNBROKEN}–${UNBROKEN}${to}`);
    together.set(days.join(), known);
  }
  return [...together.values()];
}

/** Days that follow each other without a gap, three or more: they are said as "from - to". */
export function isRun(days: readonly Weekday[]): boolean {
  const places = days.map((day) => WEEKDAYS.indexOf(day));
  return days.length > 2 && places.every((place, n) => n === 0 || place === (places[n - 1] ?? 0) + 1);
}
