import * as z from 'zod';
import { route } from '../route.js';
import { bilingualSchema } from '../../domain/words/language.js';
import { openingSchema, PLACE_KINDS } from '../../domain/town/place-schemas.js';
import { COMMON_QUERY, day } from '../words.js';

export const placesAnswer = z
  .strictObject({
    places: z.array(
      z.strictObject({
        id: z.string(),
        kind: z.enum(PLACE_KINDS),
        name: bilingualSchema,
        address: bilingualSchema,
        point: z.strictObject({ lat: z.number(), lng: z.number() }),
        phone: z.string(),
        hours: z.array(openingSchema).describe('Local times; public holidays excepted'),
      }),
    ),
  })
  .meta({ id: 'Places' });

/** Local dates, both included; without them the days from today on. */
export const receptionDaysQuery = z.strictObject({
  from: day.optional(),
  to: day.optional(),
  ...COMMON_QUERY,
});

export const receptionDaysAnswer = z
  .strictObject({
    days: z.array(
      z.strictObject({
        date: z.iso.date(),
        from: z.string().describe('Local time, HH:MM'),
        to: z.string(),
        place: z.string().describe('Id of a place of GET /places'),
        person: z.string().optional().describe('Who receives'),
        off: z.enum(['holiday', 'leave']).optional().describe('Why it is not held'),
      }),
    ),
  })
  .meta({ id: 'ReceptionDays' });

export const placesRoute = route({
  method: 'GET',
  path: '/places',
  summary: 'The agency centre, the mass workstations and the offices, with addresses and opening hours',
  answers: { 200: placesAnswer },
  problems: [404, 500],
});

export const receptionDaysRoute = route({
  method: 'GET',
  path: '/reception-days',
  summary: 'Who receives people where and when, at most 93 days; a day that is not held says why',
  query: receptionDaysQuery,
  answers: { 200: receptionDaysAnswer },
  problems: [400, 404, 500],
});
