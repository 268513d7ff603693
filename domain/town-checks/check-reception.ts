import { weekday } from '../calendar/plain-dates.js';
import { WEEKDAYS } from '../town/field-schemas.js';
import { checkStaffNamed } from './check-staff-named.js';
import type { KnownIds } from './known-ids.js';
import { isWeekday, type ReceptionDay } from '../town/place-schemas.js';
import type { Town } from '../town/schema.js';
import { type TownProblem, problemAt } from '../town/town-problem.js';

/** Every reception is at a place that is open then, by people there are, nobody at two places at once. */
export const checkReception = (town: Town, known: KnownIds): TownProblem[] =>
  town.reception.flatMap((day, index) => [
    ...checkReferences(known, day, index),
    ...checkTimes(town, day, index),
    ...checkClashes(town, day, index),
  ]);

const pathOf = (index: number, ...rest: (string | number)[]) => ['reception', index, ...rest];

function checkReferences(known: KnownIds, { place, receives }: ReceptionDay, index: number): TownProblem[] {
  const strangers = receives.flatMap((staff, at) =>
    checkStaffNamed(known, staff, pathOf(index, 'receives', at)),
  );
  return known.has('places', place)
    ? strangers
    : [
        problemAt(pathOf(index, 'place'), {
          'zh-CN': `places.yaml 中没有场所“${place}”`,
          en: `there is no place "${place}" in places.yaml`,
        }),
        ...strangers,
      ];
}

/** A date has a day of the week, too; one at the weekend has no opening hours that it could lie in. */
const dayOf = (on: string): (typeof WEEKDAYS)[number] | undefined =>
  isWeekday(on) ? on : WEEKDAYS[weekday(on) - 1];

function checkTimes(town: Town, { place: id, on, from, to }: ReceptionDay, index: number): TownProblem[] {
  if (from >= to)
    return [
      problemAt(pathOf(index, 'to'), {
        'zh-CN': `${to} 结束早于 ${from} 开始`,
        en: `ends at ${to}, before it begins at ${from}`,
      }),
    ];
  const place = town.places.find((candidate) => candidate.id === id);
  const day = dayOf(on);
  if (!place || day === undefined) return [];
  const isOpen = place.hours.some((open) => open.days.includes(day) && open.from <= from && to <= open.to);
  return isOpen
    ? []
    : [
        problemAt(pathOf(index, 'from'), {
          'zh-CN': `“${id}”在 ${day} ${from}-${to} 不开放，请调整时间或 places.yaml 中的开放时间`,
          en: `"${id}" is not open on ${day} from ${from} to ${to}; change the time or its hours in places.yaml`,
        }),
      ];
}

/** Whoever comes first on a list is expected there; those behind only stand in. */
function checkClashes(town: Town, day: ReceptionDay, index: number): TownProblem[] {
  const [staff] = day.receives;
  const clash = town.reception
    .slice(0, index)
    .find(
      (other) =>
        other.receives[0] === staff &&
        dayOf(other.on) === dayOf(day.on) &&
        (isWeekday(other.on) || isWeekday(day.on) || other.on === day.on) &&
        day.from < other.to &&
        other.from < day.to,
    );
  return clash === undefined || staff === undefined
    ? []
    : [
        problemAt(pathOf(index, 'receives', 0), {
          'zh-CN': `“${staff}”同一时间已在“${clash.place}”接待`,
          en: `"${staff}" receives at "${clash.place}" at that time already`,
        }),
      ];
}
