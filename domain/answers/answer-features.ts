import type { AskKind } from '../asks/ask-kinds.js';
import type { ConceptWords } from '../reading/concept-words.js';
import { type Feature, featuresOf } from '../reading/features.js';
import { hashOf } from '../reading/sorted-hashes.js';

/** What an answer holds, and the same again as said to this kind of ask: "ok" accepts a request, and says nothing of what came of one. */
export function answerFeatures(kind: AskKind, words: string, concepts: ConceptWords): Feature[] {
  const asked = hashOf(kind);
  return featuresOf(words, concepts).flatMap((feature) => [
    feature,
    { ...feature, hash: Math.imul(feature.hash ^ asked, 0x01000193) >>> 0 },
  ]);
}
