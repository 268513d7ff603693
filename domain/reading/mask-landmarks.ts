import { MASK } from './mask-places.js';

/** A water tower beside which something is, or somebody lives; one that leans, or that somebody climbed, is what the words are about. */
const LANDMARK =
  /水塔(?=旁|边(?![裂塌歪斜掉])|跟前|附近|对面|对过)|\b(?:beside|by|near|next to|opposite|behind|past) the (?:old )?water tower\b/gi;

/** The words without landmarks that only say where: each other character stays in its place. */
export const maskLandmarks = (words: string): string =>
  words.replace(LANDMARK, (landmark) => MASK.repeat(landmark.length));
