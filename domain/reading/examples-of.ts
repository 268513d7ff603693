import * as z from 'zod';
import type { Town } from '../town/schema.js';
import { pack, unpack } from './pack.js';
import { type Example, exampleSchema } from './example.js';

/** Examples as they are stored. */
export const packExamples = (examples: readonly Example[]): string =>
  examples.length === 0 ? '' : pack(examples);

/** The examples that a town was given. */
export const examplesOf = ({ examples }: Pick<Town, 'examples'>): Example[] =>
  examples === '' ? [] : z.array(exampleSchema).parse(unpack(examples));

/** The name of a category is an example of it, too. */
export const examplesInNames = (categories: Town['categories']): Example[] =>
  categories.flatMap(({ id, name, plainly, keywords }) =>
    [...Object.values(name), ...Object.values(plainly ?? {}), ...keywords].map((words) => ({
      words,
      kind: 'matter' as const,
      category: id,
      villages: [],
    })),
  );
