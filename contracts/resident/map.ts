import * as z from 'zod';
import { MAP_KINDS } from '../../domain/town/map-kinds.js';
import { bilingualSchema } from '../../domain/words/language.js';
import { REFUSED, route } from '../route.js';
import { COMMON_QUERY } from '../words.js';

const position = z.array(z.number()).describe('Longitude and latitude, WGS 84');

export const mapAnswer = z
  .strictObject({
    grids: z.array(
      z.strictObject({
        number: z.number().int(),
        name: bilingualSchema,
        village: z.string(),
        ring: z.array(position),
      }),
    ),
    villages: z.array(z.strictObject({ id: z.string(), name: bilingualSchema })),
    features: z.array(
      z.strictObject({
        kind: z.enum(MAP_KINDS),
        name: bilingualSchema.optional(),
        points: z.array(position),
      }),
    ),
    points: z.boolean().describe('Whether the town shows residents where open requests of public places are'),
  })
  .meta({ id: 'Map' });

export const mapPointsAnswer = z
  .strictObject({
    points: z
      .array(
        z.strictObject({
          lat: z.number(),
          lng: z.number(),
          category: bilingualSchema,
          late: z.boolean().describe('Whether its deadline has passed'),
        }),
      )
      .describe('To 100 m'),
  })
  .meta({ id: 'MapPoints' });

/** For the console: of every kind but complaints about staff. */
export const adminPointsRoute = route({
  method: 'GET',
  path: '/admin/map/points',
  summary: 'Where open requests are',
  permission: 'requests.read',
  answers: { 200: mapPointsAnswer },
  problems: [...REFUSED],
});

export const mapRoute = route({
  method: 'GET',
  path: '/map',
  summary: "The town's grids, and its rivers and roads as its own map has them",
  answers: { 200: mapAnswer },
  problems: [404, 500],
});

/** Of the figures of each grid what the map shows: a page reads no more of them than it needs. */
export const gridRatesRoute = route({
  method: 'GET',
  path: '/statistics',
  answers: {
    200: z.object({
      places: z.array(
        z.object({
          id: z.string(),
          name: bilingualSchema,
          figures: z.object({ saidSatisfied: z.object({ share: z.number().nullable() }) }),
        }),
      ),
    }),
  },
  query: z.object({ from: z.string(), to: z.string(), by: z.literal('grid'), ...COMMON_QUERY }),
  problems: [],
});

export const mapPointsRoute = route({
  method: 'GET',
  path: '/map/points',
  summary: 'Where open requests of public places are; not found where the town does not show it',
  answers: { 200: mapPointsAnswer },
  problems: [404, 500],
});
