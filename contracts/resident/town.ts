import * as z from 'zod';
import { route } from '../route.js';
import { bilingualSchema } from '../../domain/words/language.js';
import { dutySchema, pathSchema } from '../../domain/town/field-schemas.js';
import { COMMON_QUERY, nameOfSomething } from '../words.js';

/** By village and group, or by a point. */
export const findGridQuery = z.union([
  z.strictObject({ village: nameOfSomething, group: z.coerce.number().int(), ...COMMON_QUERY }),
  z.strictObject({
    lat: z.coerce.number().min(-90).max(90),
    lng: z.coerce.number().min(-180).max(180),
    ...COMMON_QUERY,
  }),
]);

export const villagesAnswer = z
  .strictObject({
    villages: z.array(
      z.strictObject({
        id: z.string(),
        name: bilingualSchema,
        groups: z.array(z.strictObject({ number: z.number().int() })),
      }),
    ),
  })
  .meta({ id: 'Villages' });

export const townAnswer = z
  .strictObject({
    id: z.string(),
    name: bilingualSchema,
    sample: z.boolean().describe('Whether its names and numbers are invented'),
    timeZone: z
      .string()
      .optional()
      .describe('Of all its times, IANA; a page may have kept an answer from before it was said'),
    number: z.string().describe('The number that people text, E.164'),
    emergencyNumbers: z.array(z.string()).describe('Whom to call first in danger'),
  })
  .meta({ id: 'Town' });

export const categoriesAnswer = z
  .strictObject({
    categories: z.array(
      z.strictObject({
        id: z.string(),
        name: bilingualSchema,
        plainly: bilingualSchema.optional().describe("The same in a resident's words"),
        path: pathSchema,
        documents: z.array(bilingualSchema).describe('What to have ready; all that is asked for'),
      }),
    ),
  })
  .meta({ id: 'Categories' });

export const gridAnswer = z
  .strictObject({
    number: z.number().int(),
    name: bilingualSchema,
    village: z.string(),
    people: z.array(
      z.strictObject({
        name: z.string(),
        post: z.enum(['a', 'b', 'c']).describe('a: the head, b: stands in, c: the third member'),
        duty: dutySchema,
      }),
    ),
  })
  .meta({ id: 'Grid' });

export const townRoute = route({
  method: 'GET',
  path: '/town',
  summary: 'The town, the number to text, and whom to call in danger',
  answers: { 200: townAnswer },
  problems: [404, 500],
});

export const villagesRoute = route({
  method: 'GET',
  path: '/villages',
  summary: "The town's villages and their groups",
  answers: { 200: villagesAnswer },
  problems: [404, 500],
});

export const categoriesRoute = route({
  method: 'GET',
  path: '/categories',
  summary: 'What can be reported',
  answers: { 200: categoriesAnswer },
  problems: [404, 500],
});

export const findGridRoute = route({
  method: 'GET',
  path: '/grids/find',
  summary: 'The grid of a village group or of a point, and its people',
  query: findGridQuery,
  answers: { 200: gridAnswer },
  problems: [400, 404, 500],
});
