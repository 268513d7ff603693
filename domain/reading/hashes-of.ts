import type { ConceptWords } from './concept-words.js';
import { featuresOf } from './features.js';

/** The features of a text, by the hashes of their names. */
export type HashesOf = (words: string) => readonly number[];

/** The same, found once for each text: one is learnt from for more than one model. */
export function rememberingEach<Found>(find: (words: string) => Found): (words: string) => Found {
  const known = new Map<string, Found>();
  return (words) => {
    const found = known.get(words) ?? find(words);
    known.set(words, found);
    return found;
  };
}

export const hashesBy = (concepts: ConceptWords): HashesOf =>
  rememberingEach((words) => featuresOf(words, concepts).map(({ hash }) => hash));
