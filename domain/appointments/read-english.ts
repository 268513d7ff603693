import { GB, type ParsedResult } from 'chrono-node/en';
import { hourOf, type Mentioned, type MentionedTime, Words } from './mention.js';
import type { Half } from './moment.js';
import { nearest, nextDayOfMonth } from './near-dates.js';
import { plainDate } from '../calendar/plain-dates.js';

const HOURS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const PAST = new RegExp(
  String.raw`\b(half|quarter|half past|quarter past|quarter to) (\d{1,2}|${HOURS.join('|')})\b(?!:)`,
  'g',
);

/** "half past eight", "half 8", "quarter to nine", as a clock shows them. */
const onTheClock = (words: string): string =>
  words.replaceAll(PAST, (_match, part: string, named: string) => {
    const hour = HOURS.includes(named) ? HOURS.indexOf(named) + 1 : Number(named);
    if (part === 'quarter to') return `${hour === 1 ? 12 : hour - 1}:45`;
    return `${hour}:${part.startsWith('half') ? '30' : '15'}`;
  });

const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
/** "the 5th": a day of this month or the next. */
const NTH = new RegExp(
  String.raw`(?<!(?:${MONTH})[a-z]*\.? )\b(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)\b(?! (?:(?:of )?(?:${MONTH})|floor|ward|room|street))`,
  'g',
);
const WITH_DATE = (today: string) => (_match: string, day: string) =>
  nextDayOfMonth(today, Number(day)) ?? '';

/** A span of time, not a day of it. */
const NO_DAY = /\b(?:week|weeks|month|months|year|years|weekend)\b/;
const HALVES: readonly (readonly [RegExp, Half])[] = [
  [/\b(?:in the )?mornings?\b/g, 'morning'],
  [/\b(?:in the )?afternoons?\b/g, 'afternoon'],
  [/\b(?:in the )?evenings?\b|\btonight\b/g, 'evening'],
];

const FILLER =
  /^(?:(?:it|it's|its|is|was|will|be|we|you|he|she|they|them|him|her|can|could|would|the|a|an|surgery|operation|appointment|meeting|assessment|new|date|day|time|move|moved|change|changed|reschedule|rescheduled|postpone|postponed|book|booked|set|fixed|agreed|make|made|to|on|at|for|in|come|please|see|now|ok|okay|yes|of|and)\b[\s-]*)*$/;

function dayOf({ start, text }: ParsedResult, today: string): string | undefined {
  const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')];
  if (year === null || month === null || day === null) return undefined;
  const isDay = start.isCertain('day') || start.isCertain('weekday');
  if (!isDay || (NO_DAY.test(text) && !start.isCertain('weekday'))) return undefined;
  const isNamed = start.isCertain('month') && !start.isCertain('year') && !start.isCertain('weekday');
  const isDated = start.isCertain('day') && start.isCertain('month') && !start.isCertain('year');
  return isNamed || isDated ? nearest(today, month, day) : plainDate(year, month, day);
}

function timeOf({ start }: ParsedResult): MentionedTime | undefined {
  const hour = start.get('hour');
  if (hour === null || !start.isCertain('hour')) return undefined;
  const minute = start.get('minute') ?? 0;
  if (!start.isCertain('meridiem')) return hourOf(hour, minute, undefined);
  return hourOf(hour, minute, hour < 12 ? 'morning' : undefined);
}

const present = <T>(all: readonly (T | undefined)[]): T[] => all.filter((one) => one !== undefined);

/** A weekday beside a date that is written out only checks it. */
const isCheck = ({ start }: ParsedResult, dated: boolean): boolean =>
  start.isCertain('weekday') && (dated || start.isCertain('day'));

/** Dates and times written in English, days before months. `text` is folded; `today` and `clock` are the town's. */
export function readEnglish(text: string, today: string, clock: string): Mentioned {
  const plain = onTheClock(text).replaceAll(NTH, WITH_DATE(today));
  const words = new Words(plain);
  // The town's own clock, as if it were that of UTC: what is read is a date on its calendar.
  const reference = { instant: new Date(`${today}T${clock}:00Z`), timezone: 0 };
  const found = GB.parse(plain, reference, { forwardDate: true });
  const isDated = found.some(({ start }) => start.isCertain('day') && !start.isCertain('weekday'));
  const named = found.filter((one) => !(isDated && isWeekdayAlone(one)));
  for (const { text: said } of found) words.take(new RegExp(escaped(said), 'g'));
  const halves = HALVES.filter(([pattern]) => pattern.test(plain)).map(([pattern, half]) => {
    words.take(pattern);
    return half;
  });
  const times = present(found.map(timeOf));
  const days = present([...named.map((one) => dayOf(one, today)), ...named.map((one) => endDayOf(one))]);
  return {
    days: [...new Set(days)],
    weekdays: found.filter((one) => isCheck(one, isDated)).map(({ start }) => start.get('weekday') ?? 0),
    times,
    half: times.length > 0 ? undefined : halves[0],
    vague: days.length === 0 ? NO_DAY.test(plain) : named.some((one) => isToday(one, today)),
    words: words.rest((part) => FILLER.test(part)).join(', '),
  };
}

const isWeekdayAlone = ({ start }: ParsedResult): boolean =>
  start.isCertain('weekday') && !start.isCertain('day');

/** "Monday" said on a Monday: this one or the next. */
const isToday = (one: ParsedResult, today: string): boolean =>
  isWeekdayAlone(one) && !/\bthis\b/.test(one.text) && dayOf(one, today) === today;

/** The last day of "3 to 5 September": no single day is meant. */
function endDayOf({ end }: ParsedResult): string | undefined {
  const [year, month, day] = [end?.get('year'), end?.get('month'), end?.get('day')];
  if (!end?.isCertain('day') || year == null || month == null || day == null) return undefined;
  return plainDate(year, month, day);
}

const escaped = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
