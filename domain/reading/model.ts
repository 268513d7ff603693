import * as z from 'zod';
import { fromBase64, toBase64 } from './base64.js';
import { type ConceptWords, NO_CONCEPTS } from './concept-words.js';
import { type Feature, featuresOf } from './features.js';
import { placeOf } from './sorted-hashes.js';

/** What is told apart at once: of the labels of one question one is right. */
export const HEADS = ['category', 'danger', 'kind'] as const;
export type Head = (typeof HEADS)[number];
export type Labels = Readonly<Record<Head, readonly string[]>>;

/** The label of a text in which nobody is in danger. */
export const NO_DANGER = 'none';

const labelsSchema = z.record(z.enum(HEADS), z.array(z.string()));

/**
 * A linear model, and the words by which it knows concepts: for each feature it knows, how much it speaks for each label. Features stand in the order of their hashes; the weights
 * of a label are whole numbers, which its scale turns back.
 */
export interface Model {
  readonly labels: Labels;
  readonly scales: Float32Array;
  /** What a text without a known word scores. */
  readonly bias: Float32Array;
  /** Ascending. */
  readonly hashes: Uint32Array;
  readonly rarity: Float32Array;
  readonly weights: Int8Array;
  /** By category, how many of its examples are dangers: 0 to 1. */
  readonly dangerous: readonly number[];
  readonly concepts: ConceptWords;
}

export interface Weighed {
  readonly label: string;
  readonly probability: number;
}

export const outputsOf = (labels: Labels): number =>
  HEADS.reduce((sum, head) => sum + labels[head].length, 0);

/** Where a head's labels begin among all outputs. */
export function offsetOf(labels: Labels, head: Head): number {
  let offset = 0;
  for (const before of HEADS) {
    if (before === head) return offset;
    offset += labels[before].length;
  }
  return offset;
}

/** The score of what an example never said: as sure as a single text is wrong. */
export const CHANCE = 1;
/** A feature that is in one text of ten thousand or fewer counts no more than this; it is stored in a byte. */
export const LARGEST_RARITY = 10;
const RARITY_STEPS = 255;

/** What a text is at least as long as, squared: a text of which two or three features are known says little, however rare they are. */
export const LITTLE = 225;

/** How sharply a score turns into a probability: a score of 1, a text as clear as the examples, is more than nine in ten. */
const SHARPNESS = 2.5;
/** The same between the labels of a head, of which one is right. */
const RIVALRY = 4;

const chance = (score: number): number => 1 / (1 + Math.exp(-SHARPNESS * score));

function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(RIVALRY * (score - highest)));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}

export interface Scored {
  readonly scores: Float32Array;
  readonly known: readonly { readonly feature: Feature; readonly place: number }[];
}

export function score(model: Model, words: string): Scored {
  const { hashes, rarity, weights, scales } = model;
  const outputs = scales.length;
  const scores = Float32Array.from(model.bias);
  const known = featuresOf(words, model.concepts)
    .map((feature) => ({ feature, place: placeOf(hashes, feature.hash) }))
    .filter(({ place }) => place >= 0);
  const length = Math.sqrt(known.reduce((sum, { place }) => sum + (rarity[place] ?? 0) ** 2, LITTLE));
  for (const { place } of known) {
    const value = (rarity[place] ?? 0) / length;
    for (let i = 0; i < outputs; i += 1)
      scores[i] = (scores[i] ?? 0) + (weights[place * outputs + i] ?? 0) * (scales[i] ?? 0) * value;
  }
  return { scores, known };
}

/** The labels of a head, the likeliest first. */
export function weigh(model: Model, scored: Scored, head: Head): Weighed[] {
  const from = offsetOf(model.labels, head);
  const labels = model.labels[head];
  const scores = [...scored.scores.subarray(from, from + labels.length)];
  const probabilities = head === 'danger' ? ofDanger(scores, leaning(model, scored)) : softmax(scores);
  return labels
    .map((label, i) => ({ label, probability: probabilities[i] ?? 0 }))
    .toSorted((a, b) => b.probability - a.probability);
}

/** Whether there is none is one question; which it is, if there is one, another. */
function ofDanger([none = 0, ...kinds]: readonly number[], lean: number): number[] {
  const isNone = chance(none - lean);
  return [isNone, ...softmax(kinds).map((probability) => probability * (1 - isNone))];
}

/** How far a category that is hardly ever, or nearly always, about a danger moves the line; in scores. */
const LEAN = 0.25;
const SOME = 0.02;

/**
 * Whoever cannot see with one eye is in no danger, though "cannot be seen" is said of people who are missing: the categories that the words speak for
 * say how likely a danger is before anything else does.
 */
function leaning(model: Model, scored: Scored): number {
  const { dangerous } = model;
  if (dangerous.length === 0) return 0;
  const from = offsetOf(model.labels, 'category');
  const likely = softmax([...scored.scores.subarray(from, from + dangerous.length)]);
  const expected = likely.reduce((sum, probability, i) => sum + probability * (dangerous[i] ?? 0), 0);
  const usual = dangerous.reduce((sum, share) => sum + share, 0) / dangerous.length;
  return LEAN * Math.log((expected + SOME) / (usual + SOME));
}

/** The most pieces of a text that are quoted as what decided. */
const QUOTED = 3;

/** The pieces of `words` that spoke most for a label against the label that came second, as they were written. */
export function evidenceFor(
  model: Model,
  { known }: Scored,
  words: string,
  { head, label, against }: { head: Head; label: string; against?: string | undefined },
): string[] {
  const outputs = outputsOf(model.labels);
  const at = (name: string) => offsetOf(model.labels, head) + model.labels[head].indexOf(name);
  const speaks = (place: number, output: number) =>
    (model.weights[place * outputs + output] ?? 0) * (model.scales[output] ?? 0);
  const spans = known
    .map(({ feature: { from, to }, place }) => ({
      from,
      to,
      gain: speaks(place, at(label)) - (against === undefined ? 0 : speaks(place, at(against))),
    }))
    .filter(({ gain }) => gain > 0)
    .toSorted((a, b) => b.gain - a.gain);
  const chosen: { from: number; to: number }[] = [];
  for (const span of spans) {
    if (chosen.length === QUOTED) break;
    if (!chosen.some(({ from, to }) => span.from < to && from < span.to)) chosen.push(span);
  }
  return chosen.map(({ from, to }) => words.slice(from, to));
}

const packedSchema = z.object({
  /** Of what it was learnt from. */
  fingerprint: z.string(),
  labels: labelsSchema,
  scales: z.array(z.number()),
  bias: z.array(z.number()),
  /** Little-endian. */
  hashes: z.string(),
  rarity: z.string(),
  weights: z.string(),
  dangerous: z.array(z.number()),
  words: z.string(),
  concepts: z.string(),
});

const fingerprintSchema = z.object({ fingerprint: z.string() });
export const learntFrom = (packed: string): string => fingerprintSchema.parse(JSON.parse(packed)).fingerprint;

const bytesOf = (ints: Uint32Array | Uint16Array | Int8Array): Uint8Array =>
  new Uint8Array(ints.buffer, ints.byteOffset, ints.byteLength);

export function packModel(model: Model & { readonly fingerprint: string }): string {
  const { fingerprint, labels, scales, bias, hashes, rarity, weights, concepts } = model;
  const packed: z.infer<typeof packedSchema> = {
    fingerprint,
    labels: { category: [...labels.category], danger: [...labels.danger], kind: [...labels.kind] },
    scales: [...scales],
    bias: [...bias],
    hashes: toBase64(bytesOf(hashes)),
    rarity: toBase64(Uint8Array.from(rarity, (one) => Math.round((one / LARGEST_RARITY) * RARITY_STEPS))),
    weights: toBase64(bytesOf(weights)),
    dangerous: [...model.dangerous],
    words: toBase64(bytesOf(concepts.hashes)),
    concepts: toBase64(bytesOf(concepts.concepts)),
  };
  return JSON.stringify(packed);
}

/** A model that learnt nothing: no category, no danger, everything a matter. */
export const emptyModel = (): Model => ({
  labels: { category: [], danger: [NO_DANGER], kind: ['matter'] },
  scales: new Float32Array(2),
  bias: Float32Array.of(CHANCE, CHANCE),
  hashes: new Uint32Array(0),
  rarity: new Float32Array(0),
  weights: new Int8Array(0),
  dangerous: [],
  concepts: NO_CONCEPTS,
});

export function unpackModel(text: string): Model {
  const { labels, scales, bias, hashes, rarity, weights, dangerous, words, concepts } = packedSchema.parse(
    JSON.parse(text),
  );
  return {
    labels,
    scales: Float32Array.from(scales),
    bias: Float32Array.from(bias),
    hashes: new Uint32Array(fromBase64(hashes).buffer),
    rarity: Float32Array.from(fromBase64(rarity), (one) => (one * LARGEST_RARITY) / RARITY_STEPS),
    weights: new Int8Array(fromBase64(weights).buffer),
    dangerous,
    concepts: {
      hashes: new Uint32Array(fromBase64(words).buffer),
      concepts: new Uint16Array(fromBase64(concepts).buffer),
    },
  };
}
