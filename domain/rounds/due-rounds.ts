import { instantAt, localDate } from '../calendar/local-time.js';
import { addDays, weekday } from '../calendar/plain-dates.js';
import { isWorkingDay } from '../deadlines/working-days.js';
import { WEEKDAYS } from '../town/field-schemas.js';
import { LAST_WEEKDAYS, type TownSettings } from '../town/schema.js';
import { ROUND_KINDS, type RoundKind } from './round.js';

/** A round that became due. `date` names it: the local date, or YYYY-MM for what is held once a month. */
export interface DueRound {
  readonly kind: RoundKind;
  readonly date: string;
}

/** A round is started up to six hours late, so that an outage loses none; later it would come into another day's work. */
const LATEST = 6 * 3_600_000;

const DAYS_OF_WEEK = 7;

/** The rounds of a town that became due at `at` (epoch ms) or in the six hours before it. */
export function dueRounds(settings: TownSettings, at: number): DueRound[] {
  const dates = new Set([at - LATEST, at].map((moment) => localDate(moment, settings.timeZone)));
  return ROUND_KINDS.flatMap((kind) => {
    const { on, at: time } = settings.rounds[kind];
    return [...dates]
      .filter((day) => {
        const due = instantAt(day, time, settings.timeZone);
        return due > at - LATEST && due <= at && isRoundDay(on, day, settings);
      })
      .map((day) => ({ kind, date: roundDate(on, day) }));
  });
}

/** Longer than from one round of any kind to the next. Days. */
const AHEAD = 45;

/** The next round of a kind after `at` (epoch ms), and when it begins; undefined where none is held within 45 days. */
export function nextRound(
  settings: TownSettings,
  kind: RoundKind,
  at: number,
): (DueRound & { readonly at: number }) | undefined {
  const { on, at: time } = settings.rounds[kind];
  const today = localDate(at, settings.timeZone);
  for (let day = 0; day <= AHEAD; day += 1) {
    const date = addDays(today, day);
    const begins = instantAt(date, time, settings.timeZone);
    if (begins > at && isRoundDay(on, date, settings)) return { kind, date: roundDate(on, date), at: begins };
  }
  return undefined;
}

/** The date of the round of a kind that is held on a local day; undefined where none is. */
export function dueRoundOn(settings: TownSettings, kind: RoundKind, day: string): string | undefined {
  const { on } = settings.rounds[kind];
  return isRoundDay(on, day, settings) ? roundDate(on, day) : undefined;
}

const roundDate = (on: On, day: string): string =>
  LAST_WEEKDAYS.some((last) => last === on) ? day.slice(0, 7) : day;

type On = TownSettings['rounds'][RoundKind]['on'];

/** Whether the round is held on `day` (YYYY-MM-DD), by the town's calendar of holidays and make-up days. */
export function isRoundDay(on: On, day: string, settings: TownSettings): boolean {
  if (on === 'working-days') return isWorkingDay(day, settings);
  const last = LAST_WEEKDAYS.findIndex((name) => name === on);
  if (last >= 0) return day === orBefore(lastOfMonth(day, last + 1), settings);
  return day === orLaterThatWeek(ofWeek(day, WEEKDAYS.findIndex((name) => name === on) + 1), settings);
}

/** The date of a weekday (1 is Monday) in the week of `day`, which begins with Monday. */
const ofWeek = (day: string, wanted: number): string => addDays(day, wanted - (weekday(day) || DAYS_OF_WEEK));

/** The last such weekday in the month of `day`. */
function lastOfMonth(day: string, wanted: number): string {
  let candidate = ofWeek(`${day.slice(0, 7)}-28`, wanted);
  if (candidate.slice(0, 7) > day.slice(0, 7)) candidate = addDays(candidate, -DAYS_OF_WEEK);
  const next = addDays(candidate, DAYS_OF_WEEK);
  return next.slice(0, 7) === day.slice(0, 7) ? next : candidate;
}

/** That day or, when it is a public holiday, the next working day of its week; with none left the week has no round. */
function orLaterThatWeek(day: string, settings: TownSettings): string | undefined {
  const sunday = ofWeek(day, DAYS_OF_WEEK);
  for (let held = day; held <= sunday; held = addDays(held, 1)) if (isWorkingDay(held, settings)) return held;
  return undefined;
}

/** That day or, when it is a public holiday, the working day before it; no holiday reaches back to the month before. */
function orBefore(day: string, settings: TownSettings): string {
  let held = day;
  while (!isWorkingDay(held, settings)) held = addDays(held, -1);
  return held;
}
