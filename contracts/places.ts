import * as z from 'zod';
import { bilingualSchema } from '../domain/words/language.js';
import { openingSchema, PLACE_KINDS } from '../domain/town/place-schemas.js';
import { COMMON_QUERY, day } from './words.js';

export const placesAnswer = z.strictObject({
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
});

/** Local dates, both included; without them the days from today on. */
export const receptionDaysQuery = z.strictObject({
  from: day.optional(),
  to: day.optional(),
  ...COMMON_QUERY,
});

export const receptionDaysAnswer = z.strictObject({
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
});
