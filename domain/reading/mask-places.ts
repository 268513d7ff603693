import type { Gazetteer } from './gazetteer.js';
import { readPlace } from './read-place.js';

/** Stands for the name of a place: something that no writer means. */
export const MASK = '\u25A1';

/** The words without the names of places, which say where and not what; each other character stays in its place. */
export function maskPlaces(
  gazetteer: Gazetteer,
  words: string,
  evidence = readPlace(gazetteer, words).evidence,
): string {
  let masked = words;
  for (const piece of evidence) masked = masked.replace(piece, () => MASK.repeat(piece.length));
  return masked;
}
