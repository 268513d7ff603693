import type { Place } from '../../domain/town/place-schemas.js';
import type { Weekday } from '../../domain/town/field-schemas.js';
import type { Bilingual } from '../../domain/words/language.js';
import { isObject, listOf, textOf } from '../json.js';
import { bilingualOf } from '../language.js';

export const WEEK = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
] as const satisfies readonly Weekday[];

/** Opening hours of some days of the week, as local times. */
export interface Opening {
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly to: string;
}

/** Where people can come in person: a member of the answer of `GET /places`. */
export interface TownPlace {
  readonly id: string;
  readonly kind: Place['kind'];
  readonly name: Bilingual;
  readonly address: Bilingual;
  readonly phone: string;
  readonly hours: readonly Opening[];
}

/** Who receives people somewhere on a day, or why nobody does: a member of the answer of `GET /reception-days`. */
export interface ReceptionDay {
  /** A local date. */
  readonly date: string;
  readonly from: string;
  readonly to: string;
  /** The id of a place. */
  readonly place: string;
  readonly person?: string;
  readonly off?: 'holiday' | 'leave';
}

const KINDS = ['agency-centre', 'mass-workstation', 'office'] as const satisfies readonly Place['kind'][];

function openingOf(value: unknown): Opening | undefined {
  if (!isObject(value)) return undefined;
  const from = textOf(value['from']);
  const to = textOf(value['to']);
  const named = listOf(value['days'], textOf);
  const days = WEEK.filter((day) => named.includes(day));
  return from === undefined || to === undefined || days.length === 0 ? undefined : { days, from, to };
}

function placeOf(value: unknown): TownPlace | undefined {
  if (!isObject(value)) return undefined;
  const id = textOf(value['id']);
  const kind = KINDS.find((one) => one === value['kind']);
  const name = bilingualOf(value['name']);
  const address = bilingualOf(value['address']);
  const phone = textOf(value['phone']);
  if (id === undefined || kind === undefined || name === undefined) return undefined;
  if (address === undefined || phone === undefined) return undefined;
  return { id, kind, name, address, phone, hours: listOf(value['hours'], openingOf) };
}

function dayOf(value: unknown): ReceptionDay | undefined {
  if (!isObject(value)) return undefined;
  const [date, from, to, place] = ['date', 'from', 'to', 'place'].map((name) => textOf(value[name]));
  if (date === undefined || from === undefined || to === undefined || place === undefined) return undefined;
  const off = (['holiday', 'leave'] as const).find((why) => why === value['off']);
  return { date, from, to, place, person: textOf(value['person']), off };
}

/** The answer of `GET /places`. */
export const placesOf = (value: unknown): TownPlace[] | undefined =>
  isObject(value) ? listOf(value['places'], placeOf) : undefined;

/** The answer of `GET /reception-days`. */
export const receptionDaysOf = (value: unknown): ReceptionDay[] | undefined =>
  isObject(value) ? listOf(value['days'], dayOf) : undefined;

/** Opening hours with all times of the same days together, in their order. */
export function hoursByDays(hours: readonly Opening[]): { days: readonly Weekday[]; times: string[] }[] {
  const together = new Map<string, { days: readonly Weekday[]; times: string[] }>();
  for (const { days, from, to } of hours) {
    const known = together.get(days.join()) ?? { days, times: [] };
    known.times.push(`${from}–${to}`);
    together.set(days.join(), known);
  }
  return [...together.values()];
}

/** Days that follow each other without a gap, three or more: they are said as "from - to". */
export function isRun(days: readonly Weekday[]): boolean {
  const places = days.map((day) => WEEK.indexOf(day));
  return days.length > 2 && places.every((place, n) => n === 0 || place === (places[n - 1] ?? 0) + 1);
}
