import * as z from 'zod';
import { bilingualSchema } from '../domain/words/language.js';
import { pathSchema, staffSchema } from '../domain/town/schema.js';
import { COMMON_QUERY, nameOfSomething } from './words.js';

export const commonQuery = z.strictObject(COMMON_QUERY);

/** By village and group, or by a point. */
export const findGridQuery = z.union([
  z.strictObject({ village: nameOfSomething, group: z.coerce.number().int(), ...COMMON_QUERY }),
  z.strictObject({
    lat: z.coerce.number().min(-90).max(90),
    lng: z.coerce.number().min(-180).max(180),
    ...COMMON_QUERY,
  }),
]);

export const villagesAnswer = z.strictObject({
  villages: z.array(
    z.strictObject({
      id: z.string(),
      name: bilingualSchema,
      groups: z.array(z.strictObject({ number: z.number().int() })),
    }),
  ),
});

export const townAnswer = z.strictObject({
  id: z.string(),
  name: bilingualSchema,
  sample: z.boolean().describe('Whether its names and numbers are invented'),
  number: z.string().describe('The number that people text, E.164'),
  emergencyNumbers: z.array(z.string()).describe('Whom to call first in danger'),
});

export const categoriesAnswer = z.strictObject({
  categories: z.array(
    z.strictObject({
      id: z.string(),
      name: bilingualSchema,
      plainly: bilingualSchema.optional().describe("The same in a resident's words"),
      path: pathSchema,
      documents: z.array(bilingualSchema).describe('What to have ready; all that is asked for'),
    }),
  ),
});

export const gridAnswer = z.strictObject({
  number: z.number().int(),
  name: bilingualSchema,
  village: z.string(),
  people: z.array(
    z.strictObject({
      name: z.string(),
      post: z.enum(['a', 'b', 'c']).describe('a: the head, b: stands in, c: the third member'),
      duty: staffSchema.shape.duty,
    }),
  ),
});
