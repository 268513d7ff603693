import type * as z from 'zod';
import type { Town } from '../../../domain/town/schema.js';
import { wrong } from '../../../domain/words/wrong-values.js';

interface Chosen {
  readonly village?: string | undefined;
  readonly group?: number | undefined;
  readonly category?: string | undefined;
}

/** The same for one town: its villages, groups and categories are the only ones there are. */
export const ofTown = <Body extends Chosen>({ villages, categories }: Town, schema: z.ZodType<Body>) =>
  schema
    .refine(({ village }) => isNone(village) || villages.some(({ id }) => id === village), {
      path: ['village'],
      error: wrong('no-village'),
    })
    .refine(({ category }) => isNone(category) || categories.some(({ id }) => id === category), {
      path: ['category'],
      error: wrong('no-category'),
    })
    .refine(
      ({ village, group }) =>
        isNone(group) ||
        villages.some(({ id, groups }) => id === village && groups.some(({ number }) => number === group)),
      { path: ['group'], error: wrong('no-group') },
    );

const isNone = (value: unknown): value is undefined => value === undefined;
