import * as z from 'zod';
import { route } from '../route.js';
import { dayCountsSchema } from '../../domain/daily-close/bulletin.js';
import { bilingualSchema } from '../../domain/words/language.js';
import { COMMON_QUERY, day } from '../words.js';

export const bulletinQuery = z.strictObject({ date: day.optional(), ...COMMON_QUERY });

export const bulletinAnswer = z
  .strictObject({
    town: z.string(),
    date: z.iso.date(),
    total: z.strictObject(dayCountsSchema.shape),
    grids: z
      .array(
        z.strictObject({
          grid: z.number().int().describe('0: in no grid'),
          name: bilingualSchema.optional(),
          village: bilingualSchema.optional(),
          done: z
            .array(z.strictObject({ name: bilingualSchema, count: z.number().int() }))
            .optional()
            .describe('What got done that concerns public places, by kind'),
          ...dayCountsSchema.shape,
        }),
      )
      .describe('by number; grids in which nothing happened and nothing is open are left out'),
  })
  .meta({ id: 'Bulletin' });

export const bulletinRoute = route({
  method: 'GET',
  path: '/bulletin',
  summary: 'What the daily close published of a day; without a date, of the last day closed',
  query: bulletinQuery,
  answers: { 200: bulletinAnswer },
  problems: [400, 404, 500],
});
