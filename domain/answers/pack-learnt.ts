import { LARGEST_RARITY, type Linear } from '../reading/linear.js';
import { joinLists, numbersIn, planesOf, splitLists, stepsOf, sumsOf } from '../reading/pack.js';

const RARITY_STEPS = 255;
/** As far as the next weight may be away in one byte; further, this stands before it. */
const FARTHEST = 255;

const HASH_BYTES = 4;
const CONCEPT_BYTES = 2;

/** Weights that are not 0, one in eight: how many others stand before each, and which it is. */
function packWeights(weights: Int8Array): Uint8Array[] {
  const gaps: number[] = [];
  const loud: number[] = [];
  let before = 0;
  for (const weight of weights) {
    if (weight === 0) {
      before += 1;
      continue;
    }
    for (; before >= FARTHEST; before -= FARTHEST) gaps.push(FARTHEST);
    gaps.push(before);
    loud.push(weight);
    before = 0;
  }
  return [Uint8Array.from(gaps), Uint8Array.from(loud)];
}

function unpackWeights(gaps: Uint8Array, loud: Uint8Array, length: number): Int8Array {
  const weights = new Int8Array(length);
  let at = 0;
  let next = 0;
  for (const gap of gaps) {
    at += gap;
    if (gap === FARTHEST) continue;
    weights[at] = loud[next] ?? 0;
    next += 1;
    at += 1;
  }
  return weights;
}

/** What was learnt, as bytes that pack well. */
export const bytesOfLearnt = ({ hashes, rarity, weights, scales, bias, concepts }: Linear): Uint8Array =>
  joinLists([
    new Uint8Array(Float32Array.from([...scales, ...bias]).buffer),
    Uint8Array.from(rarity, (one) => Math.round((one / LARGEST_RARITY) * RARITY_STEPS)),
    ...packWeights(weights),
    ...planesOf(stepsOf(hashes), HASH_BYTES),
    ...planesOf(stepsOf(concepts.hashes), HASH_BYTES),
    ...planesOf(concepts.concepts, CONCEPT_BYTES),
  ]);

/** The other way round. */
export function learntOf(bytes: Uint8Array): Linear {
  const [floats, rarity, gaps, loud, ...planes] = splitLists(bytes);
  const outputs = new Float32Array(Uint8Array.from(floats ?? []).buffer);
  const [hashes, words, concepts] = [HASH_BYTES, HASH_BYTES, CONCEPT_BYTES].map((size) =>
    numbersIn(planes.splice(0, size)),
  );
  const half = outputs.length / 2;
  return {
    scales: outputs.slice(0, half),
    bias: outputs.slice(half),
    hashes: sumsOf(hashes ?? new Uint32Array()),
    rarity: Float32Array.from(rarity ?? [], (one) => (one * LARGEST_RARITY) / RARITY_STEPS),
    weights: unpackWeights(gaps ?? new Uint8Array(), loud ?? new Uint8Array(), (rarity?.length ?? 0) * half),
    concepts: {
      hashes: sumsOf(words ?? new Uint32Array()),
      concepts: Uint16Array.from(concepts ?? []),
    },
  };
}
