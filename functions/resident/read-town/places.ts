import type * as z from 'zod';
import { localDate } from '../../../domain/calendar/local-time.js';
import { addDays, daysBetween } from '../../../domain/calendar/plain-dates.js';
import { type Reception, receptionsBetween } from '../../../domain/reception/reception-days.js';
import { staffName } from '../../../domain/request/words.js';
import type { Bilingual } from '../../../domain/words/language.js';
import type { Town } from '../../../domain/town/schema.js';
import type { HttpCall } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import type {
  placesAnswer,
  receptionDaysAnswer,
  receptionDaysRoute,
} from '../../../contracts/resident/places.js';
import type { CallOf } from '../../http/route-handler.js';

/** Days shown where nobody says how many, and at most: a quarter. */
const SHOWN_DAYS = 30;
const MOST_DAYS = 93;
/** How far from today: the calendar knows the holidays of the years around it. */
const FARTHEST_DAYS = 366;

export const places = (town: Town): z.input<typeof placesAnswer> => ({
  places: town.places.map(({ department: _theirs, ...place }) => place),
});

/** `GET /reception-days`: from today on, where nothing else is asked for. */
export function receptionDays(
  town: Town,
  call: CallOf<typeof receptionDaysRoute>,
): z.input<typeof receptionDaysAnswer> {
  const query = call.query();
  const today = localDate(call.at, town.settings.timeZone);
  const from = query.from ?? today;
  const to = query.to ?? addDays(from, SHOWN_DAYS - 1);
  const isFar = Math.abs(daysBetween(today, from)) > FARTHEST_DAYS;
  if (isFar) throw wrong('/from', FAR, call);
  if (to < from || daysBetween(from, to) >= MOST_DAYS) throw wrong('/to', LONG, call);
  return {
    days: receptionsBetween(town, from, to).map((reception) => showReception(town, reception)),
  };
}

const wrong = (field: string, message: Bilingual, { language }: HttpCall): Problem =>
  new Problem('invalid-query', [{ field, message: message[language] }]);

const FAR = {
  'zh-CN': `须在今天前后 ${FARTHEST_DAYS} 天之内`,
  en: `must be within ${FARTHEST_DAYS} days of today`,
} as const;
const LONG = {
  'zh-CN': `须不早于开始日期，且不超过 ${MOST_DAYS} 天`,
  en: `must not be before the first day, and at most ${MOST_DAYS} days`,
} as const;

const showReception = (town: Town, { staff, ...reception }: Reception) => ({
  ...reception,
  ...(staff === undefined ? {} : { person: staffName(town, staff) }),
});
