import * as z from 'zod';
import { bilingualSchema } from '../words/language.js';
import { withMadeGood } from './made-good.js';
import { addDays, plainDate, weekday } from './plain-dates.js';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;
const ORDINALS = ['first', 'second', 'third', 'fourth', 'last'] as const;

const any = (words: readonly string[]): string => words.join('|');
const NTH = new RegExp(`^(${any(ORDINALS)}) (${any(WEEKDAYS)}) of (${any(MONTHS)})$`);
const EASTER = /^easter(?: ([+-]) (\d{1,2}))?$/;
const YEARLY = /^(\d\d)-(\d\d)$/;
const ONCE = /^\d{4}-\d\d-\d\d$/;

/** Whether a rule is one of the forms that `dateOf` reads, and its day one that a calendar can have. */
export const isHolidayRule = (rule: string): boolean =>
  NTH.test(rule) ||
  EASTER.test(rule) ||
  (YEARLY.test(rule) && dateOf(rule, 2024) !== undefined) ||
  (ONCE.test(rule) && dateOf(rule, Number(rule.slice(0, 4))) !== undefined);

/** A day off that a town names itself. */
export const ownHolidaySchema = z.strictObject({
  name: bilingualSchema,
  rule: z
    .string()
    .refine(
      isHolidayRule,
      'a day: 03-17, 2026-09-21, first monday of may, last friday of october, easter + 1',
    ),
  /** Whether it is made good on the next weekday when it falls on a weekend. */
  madeGood: z.boolean().default(false),
});
export type OwnHoliday = z.infer<typeof ownHolidaySchema>;

/** The date a rule gives in a year; undefined where the year has no such day. */
export function dateOf(rule: string, year: number): string | undefined {
  const nth = NTH.exec(rule);
  if (nth) return nthWeekday(year, nth.slice(1));
  const easter = EASTER.exec(rule);
  if (easter) return addDays(easterSunday(year), Number(`${easter[1] ?? ''}${easter[2] ?? 0}`));
  const yearly = YEARLY.exec(rule);
  if (yearly) return plainDate(year, Number(yearly[1]), Number(yearly[2]));
  const [own = 0, month = 0, day = 0] = rule.split('-').map(Number);
  return own === year ? plainDate(own, month, day) : undefined;
}

const positionIn = (words: readonly string[], word: string | undefined): number => words.indexOf(word ?? '');

function nthWeekday(year: number, [ordinal, day, month]: readonly string[]): string {
  const number = positionIn(MONTHS, month) + 1;
  const wanted = positionIn(WEEKDAYS, day);
  if (ordinal === 'last') {
    const end = addDays(firstOf(number === 12 ? year + 1 : year, number === 12 ? 1 : number + 1), -1);
    return addDays(end, -((weekday(end) - wanted + 7) % 7));
  }
  const first = firstOf(year, number);
  return addDays(first, ((wanted - weekday(first) + 7) % 7) + 7 * positionIn(ORDINALS, ordinal));
}

const firstOf = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}-01`;

/** The Gregorian reckoning (Meeus, Jones and Butcher). */
function easterSunday(year: number): string {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const leap = Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leap - moon + 15) % 30;
  const rest = year % 100;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const days = epact + sunday - 7 * late + 114;
  return plainDate(year, Math.floor(days / 31), (days % 31) + 1) ?? firstOf(year, 4);
}

/**
 * The days off (YYYY-MM-DD) that a town's own rules give in a year. What is made good and falls on a weekend is off on
 * the next weekday that is none of them: at the end of December that is one of the year after.
 */
export function ownDaysOff(own: readonly OwnHoliday[], year: number): ReadonlySet<string> {
  const days = [year - 1, year].flatMap((y) =>
    own.flatMap(({ rule, madeGood }) => {
      const date = dateOf(rule, y);
      return date === undefined ? [] : [{ date, madeGood }];
    }),
  );
  const made = days.filter(({ madeGood }) => madeGood);
  return withMadeGood(
    days.map(({ date }) => date),
    made.map(({ date }) => date),
  );
}
