import { positionOf } from './sorted-hashes.js';

/**
 * The words of the lexicon by the hash of how they are written or sound, and the concept that each belongs to. Hashes
 * ascend; a word of two concepts is there twice.
 */
export interface ConceptWords {
  readonly hashes: Uint32Array;
  readonly concepts: Uint16Array;
}

export const NO_CONCEPTS: ConceptWords = { hashes: new Uint32Array(0), concepts: new Uint16Array(0) };

/** The concepts of a word, by its hash. */
export function conceptsOf({ hashes, concepts }: ConceptWords, hash: number): number[] {
  let position = positionOf(hashes, hash);
  if (position < 0) return [];
  while (hashes[position - 1] === hash) position -= 1;
  const found: number[] = [];
  for (; hashes[position] === hash; position += 1) found.push(concepts[position] ?? 0);
  return found;
}
