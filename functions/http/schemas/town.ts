import * as z from 'zod';
import { bilingualSchema } from '../../../domain/town/language.js';
import { pathSchema } from '../../../domain/town/schema.js';
import { COMMON_QUERY } from '../read-query.js';

export const commonQuery = z.strictObject(COMMON_QUERY);

/** By village and group, or by a point. */
export const findGridQuery = z.union([
  z.strictObject({ village: z.string(), group: z.coerce.number().int(), ...COMMON_QUERY }),
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

export const categoriesAnswer = z.strictObject({
  categories: z.array(z.strictObject({ id: z.string(), name: bilingualSchema, path: pathSchema })),
});

export const gridAnswer = z.strictObject({
  number: z.number().int(),
  name: bilingualSchema,
  village: z.string(),
  people: z.array(z.strictObject({ name: z.string() })),
});
