import * as z from 'zod';
import { fromBase64, toBase64 } from './base64.js';
import type { ConceptWords } from './concept-words.js';
import type { Feature } from './features.js';
import { positionOf } from './sorted-hashes.js';

/**
 * Several linear answers to one text, and the words by which it knows concepts: for each feature it knows, how much it
 * speaks for each output. Features stand in the order of their hashes; the weights of an output are whole numbers,
 * which its scale turns back.
 */
export interface Linear {
  readonly scales: Float32Array;
  /** The scores of a text without a known word. */
  readonly bias: Float32Array;
  /** Ascending. */
  readonly hashes: Uint32Array;
  readonly rarity: Float32Array;
  readonly weights: Int8Array;
  readonly concepts: ConceptWords;
}

/** The score of what an example never said: as sure as a single text is wrong. */
export const CHANCE = 1;

/** A feature that is in one text of ten thousand or fewer counts no more than this; it is stored in a byte. */
export const LARGEST_RARITY = 10;
const RARITY_STEPS = 255;

/**
 * The least length of a text, squared: one of which two or three features are known says little, however rare they are.
 */
export const LITTLE = 225;

/** How sharply outputs of which one is right tell each other apart. */
const RIVALRY = 4;

/** Scores of outputs of which one is right, as probabilities. */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(RIVALRY * (score - highest)));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

/** The highest score, and a little more where others are near it. */
export const softMaximum = (scores: readonly number[]): number =>
  Math.log(scores.reduce((sum, score) => sum + Math.exp(RIVALRY * score), 0)) / RIVALRY;

export interface Scored {
  readonly scores: Float32Array;
  readonly known: readonly { readonly feature: Feature; readonly position: number }[];
}

/** Scores a text by its features. */
export function score(
  { hashes, rarity, weights, scales, bias }: Linear,
  features: readonly Feature[],
): Scored {
  const outputs = scales.length;
  const scores = Float32Array.from(bias);
  const known = features
    .map((feature) => ({ feature, position: positionOf(hashes, feature.hash) }))
    .filter(({ position }) => position >= 0);
  const length = Math.sqrt(known.reduce((sum, { position }) => sum + (rarity[position] ?? 0) ** 2, LITTLE));
  for (const { position } of known) {
    const value = (rarity[position] ?? 0) / length;
    for (let i = 0; i < outputs; i += 1)
      scores[i] = (scores[i] ?? 0) + (weights[position * outputs + i] ?? 0) * (scales[i] ?? 0) * value;
  }
  return { scores, known };
}

/** The most pieces of a text that are quoted as what decided. */
const QUOTED = 3;

/** The pieces of `words` that spoke most for one output, and against another where one is given, as written. */
export function evidenceFor(
  { weights, scales }: Linear,
  { known }: Scored,
  words: string,
  { output, against }: { output: number; against?: number | undefined },
): string[] {
  const speaks = (position: number, to: number) =>
    (weights[position * scales.length + to] ?? 0) * (scales[to] ?? 0);
  const spans = known
    .map(({ feature: { from, to }, position }) => ({
      from,
      to,
      gain: speaks(position, output) - (against === undefined ? 0 : speaks(position, against)),
    }))
    // In which order things are said is no piece of the words.
    .filter(({ gain, from, to }) => gain > 0 && to > from)
    .toSorted((a, b) => b.gain - a.gain);
  const chosen: { from: number; to: number }[] = [];
  for (const span of spans) {
    if (chosen.length === QUOTED) break;
    if (!chosen.some(({ from, to }) => span.from < to && from < span.to)) chosen.push(span);
  }
  return chosen.map(({ from, to }) => words.slice(from, to));
}

/** Bytes little-endian, in base64. */
export const packedLinearSchema = z.object({
  scales: z.array(z.number()),
  bias: z.array(z.number()),
  hashes: z.string(),
  rarity: z.string(),
  weights: z.string(),
  words: z.string(),
  concepts: z.string(),
});

const bytesOf = (ints: Uint32Array | Uint16Array | Int8Array): Uint8Array =>
  new Uint8Array(ints.buffer, ints.byteOffset, ints.byteLength);

export const packLinear = ({
  scales,
  bias,
  hashes,
  rarity,
  weights,
  concepts,
}: Linear): z.infer<typeof packedLinearSchema> => ({
  scales: [...scales],
  bias: [...bias],
  hashes: toBase64(bytesOf(hashes)),
  rarity: toBase64(Uint8Array.from(rarity, (one) => Math.round((one / LARGEST_RARITY) * RARITY_STEPS))),
  weights: toBase64(bytesOf(weights)),
  words: toBase64(bytesOf(concepts.hashes)),
  concepts: toBase64(bytesOf(concepts.concepts)),
});

export const unpackLinear = (packed: z.infer<typeof packedLinearSchema>): Linear => ({
  scales: Float32Array.from(packed.scales),
  bias: Float32Array.from(packed.bias),
  hashes: new Uint32Array(fromBase64(packed.hashes).buffer),
  rarity: Float32Array.from(fromBase64(packed.rarity), (one) => (one * LARGEST_RARITY) / RARITY_STEPS),
  weights: new Int8Array(fromBase64(packed.weights).buffer),
  concepts: {
    hashes: new Uint32Array(fromBase64(packed.words).buffer),
    concepts: new Uint16Array(fromBase64(packed.concepts).buffer),
  },
});
