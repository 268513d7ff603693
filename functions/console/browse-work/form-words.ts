import type { Bilingual } from '../../../domain/words/language.js';
import type { Town } from '../../../domain/town/schema.js';

/** The points of a method's form by their ids, in the order of the form. */
export const pointsOf = (
  { inspections }: Town,
  method: string | undefined,
  points: readonly string[],
): Bilingual[] =>
  (inspections.methods.find(({ id }) => id === method)?.form ?? [])
    .filter(({ id }) => points.includes(id))
    .map(({ label }) => label);
