import { localDate } from '../calendar/local-time.js';
import { addDays, weekday } from '../calendar/plain-dates.js';
import { isWorkingDay } from '../deadlines/working-days.js';
import { isOnLeave } from '../posts/leave.js';
import { WEEKDAYS } from '../town/field-schemas.js';
import { isWeekday, type ReceptionDay } from '../town/place-schemas.js';
import type { Town } from '../town/schema.js';

/** One reception: at a place on a local date, between two local times. */
export interface Reception {
  readonly date: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  /** Who receives: the first who is not on leave. */
  readonly staff?: string;
  /** Why it is not held. */
  readonly off?: 'holiday' | 'leave';
}

/** The receptions between two local dates, both included, in order; cancelled ones are listed, with a note. */
export function receptionsBetween(town: Town, from: string, to: string): Reception[] {
  const found: Reception[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const today = town.reception
      .filter(({ on }) => isOn(on, date))
      .map((day) => receptionOn(town, day, date));
    found.push(...today.toSorted((a, b) => (a.from + a.place < b.from + b.place ? -1 : 1)));
  }
  return found;
}

/** Sunday is 0. */
const isOn = (on: string, date: string): boolean => on === date || on === WEEKDAYS[weekday(date) - 1];

function receptionOn(town: Town, { place, on, from, to, receives }: ReceptionDay, date: string): Reception {
  const when = { date, from, to, place };
  // A date of its own is held whatever day it is; a weekly one not on a public holiday.
  if (isWeekday(on) && !isWorkingDay(date, town.settings)) return { ...when, off: 'holiday' };
  const staff = receives.find((one) => !isOnLeave(town.leave, one, date));
  return staff === undefined ? { ...when, off: 'leave' } : { ...when, staff };
}

/** Where somebody received people at `at`: where they receive on that day, else where their department sits. */
export function placeOfReception(town: Town, staff: string, at: number): string | undefined {
  const date = localDate(at, town.settings.timeZone);
  const today = town.reception.filter(({ on, receives }) => isOn(on, date) && receives.includes(staff));
  const theirs = town.departments.filter(({ contacts }) => contacts.includes(staff)).map(({ id }) => id);
  const seats = town.places.filter(
    ({ department }) => department !== undefined && theirs.includes(department),
  );
  return onlyOne(today.map(({ place }) => place)) ?? onlyOne(seats.map(({ id }) => id));
}

/** Of several nobody can tell which. */
function onlyOne(places: readonly string[]): string | undefined {
  const [only, ...more] = new Set(places);
  return more.length === 0 ? only : undefined;
}
