import type { ConceptWords } from './concept-words.js';
import { type Feature, featuresOf } from './features.js';
import { orderFeatures } from './order-features.js';

/** The features of a text, by the hashes of their names: what it holds, and in which order. */
export interface Hashes {
  readonly held: readonly number[];
  readonly order: readonly number[];
}
export type HashesOf = (words: string) => Hashes;

/** The same, found once for each text: one is learnt from for more than one model. */
export function rememberingEach<Found>(find: (words: string) => Found): (words: string) => Found {
  const known = new Map<string, Found>();
  return (words) => {
    const found = known.get(words) ?? find(words);
    known.set(words, found);
    return found;
  };
}

const hashes = (features: readonly Feature[]): number[] => features.map(({ hash }) => hash);

export const hashesBy = (concepts: ConceptWords): HashesOf =>
  rememberingEach((words) => ({
    held: hashes(featuresOf(words, concepts)),
    order: hashes(orderFeatures(words, concepts)),
  }));
