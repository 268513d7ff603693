import * as z from 'zod';
import { route } from '../route.js';
import { statusSchema } from '../../domain/request/status.js';
import { COMMON_QUERY, nameOfSomething } from '../words.js';

/**
 * The category and the place of a report: a grid, a village and group, or a point. A point besides the others says how
 * near.
 */
export const similarQuery = z.strictObject({
  category: nameOfSomething,
  grid: z.coerce.number().int().optional(),
  village: nameOfSomething.optional(),
  group: z.coerce.number().int().optional(),
  lat: z.coerce.number().min(-90).max(90).optional(),
  lng: z.coerce.number().min(-180).max(180).optional(),
  ...COMMON_QUERY,
});
export type SimilarQuery = z.output<typeof similarQuery>;

export const similarAnswer = z
  .strictObject({
    similar: z.array(
      z.strictObject({
        id: z.string(),
        category: z.string(),
        status: statusSchema,
        statusText: z.string(),
        reportedAt: z.iso.datetime().describe('To the full hour'),
        grid: z.strictObject({ number: z.number().int(), name: z.string() }),
        near: z
          .strictObject({ lat: z.number(), lng: z.number() })
          .optional()
          .describe('To about 100 m, where the report named a point'),
      }),
    ),
  })
  .meta({ id: 'SimilarRequests' });

/** Before somebody reports what was reported already. */
export const similarRoute = route({
  method: 'GET',
  path: '/requests/similar',
  summary:
    'Open requests like the one that is about to be reported: of public places, near in time and place, nothing personal',
  query: similarQuery,
  answers: { 200: similarAnswer },
  problems: [400, 404, 429, 500],
});
