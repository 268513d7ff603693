import * as z from 'zod';
import { NO_CONCEPTS } from './concept-words.js';
import {
  CHANCE,
  evidenceFor,
  type Linear,
  packedLinearSchema,
  packLinear,
  type Scored,
  softMaximum,
  softmax,
  unpackLinear,
} from './linear.js';

/** The questions that are answered at once: of the labels of each, one is right. */
export const HEADS = ['category', 'danger', 'kind'] as const;
export type Head = (typeof HEADS)[number];
export type Labels = Readonly<Record<Head, readonly string[]>>;

/** The label of a text in which nobody is in danger. */
export const NO_DANGER = 'none';

/**
 * How scores say that somebody is in danger: how much being like a kind of danger counts beside being unlike none, and
 * where and how far apart danger and none then lie.
 */
export interface Alarm {
  readonly kinds: number;
  readonly middle: number;
  readonly reach: number;
}

/** In a model from before kinds of danger were learnt from all texts, they say nothing of whether there is one. */
const UNLIKE_NONE: Alarm = { kinds: 0, middle: 0, reach: 1 };

/** The model of a town's reading: an output for each label of each head, in their order. */
export interface Model extends Linear {
  readonly labels: Labels;
  /** By category, how many of its examples are dangers: 0 to 1. */
  readonly dangerous: readonly number[];
  readonly alarm?: Alarm | undefined;
  /** Tells complaints about staff; a model from before these were told apart has none. */
  readonly complaints?: Linear | undefined;
}

export interface Weighed {
  readonly label: string;
  readonly probability: number;
}

/** Where a head's labels begin among all outputs. */
function offsetOf(labels: Labels, head: Head): number {
  let offset = 0;
  for (const before of HEADS) {
    if (before === head) return offset;
    offset += labels[before].length;
  }
  return offset;
}

/** How sharply a score becomes a probability: at 1, a text as clear as the examples, more than nine in ten. */
const SHARPNESS = 2.5;

const chance = (score: number): number => 1 / (1 + Math.exp(-SHARPNESS * score));

/** The labels of a head, the likeliest first. */
export function weigh(model: Model, scored: Scored, head: Head): Weighed[] {
  const from = offsetOf(model.labels, head);
  const labels = model.labels[head];
  const scores = [...scored.scores.subarray(from, from + labels.length)];
  const probabilities =
    head === 'danger' ? ofDanger(scores, leaning(model, scored), model.alarm) : softmax(scores);
  return labels
    .map((label, i) => ({ label, probability: probabilities[i] ?? 0 }))
    .toSorted((a, b) => b.probability - a.probability);
}

/** Whether there is a danger, and which it is if there is one. */
function ofDanger(
  [none = 0, ...kinds]: readonly number[],
  lean: number,
  { kinds: weight, middle, reach }: Alarm = UNLIKE_NONE,
): number[] {
  const like = weight === 0 ? 0 : weight * softMaximum(kinds);
  const isDanger = chance((like + lean - none - middle) / reach);
  return [1 - isDanger, ...softmax(kinds).map((probability) => probability * isDanger)];
}

/** How far a category that is hardly ever, or nearly always, about a danger moves the line; in scores. */
const LEAN = 0.25;
const SOME = 0.02;

/**
 * Whoever cannot see with one eye is in no danger, though "cannot be seen" is said of people who are missing: the
 * categories that the words speak for say how likely a danger is before anything else does.
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

/** How likely it is that a text complains about the town's own staff. */
export const complaintIn = ({ scores }: Scored): number => chance(scores[0] ?? -1);

/** The pieces of `words` that spoke most for a label against the label that came second, as they were written. */
export function evidenceOf(
  model: Model,
  scored: Scored,
  words: string,
  { head, label, against }: { head: Head; label: string; against?: string | undefined },
): string[] {
  const at = (name: string) => offsetOf(model.labels, head) + model.labels[head].indexOf(name);
  return evidenceFor(model, scored, words, {
    output: at(label),
    against: against === undefined ? undefined : at(against),
  });
}

const packedSchema = packedLinearSchema.extend({
  /** Of what it was learnt from. */
  fingerprint: z.string(),
  labels: z.record(z.enum(HEADS), z.array(z.string())),
  dangerous: z.array(z.number()),
  alarm: z.object({ kinds: z.number(), middle: z.number(), reach: z.number() }).optional(),
  complaints: packedLinearSchema.optional(),
});

const fingerprintSchema = z.object({ fingerprint: z.string() });
export const learntFrom = (packed: string): string => fingerprintSchema.parse(JSON.parse(packed)).fingerprint;

export function packModel(model: Model & { readonly fingerprint: string }): string {
  const { fingerprint, labels, dangerous, alarm, complaints } = model;
  const packed: z.infer<typeof packedSchema> = {
    fingerprint,
    labels: { category: [...labels.category], danger: [...labels.danger], kind: [...labels.kind] },
    dangerous: [...dangerous],
    ...(alarm ? { alarm } : {}),
    ...packLinear(model),
    // They know the words for concepts that the rest knows.
    ...(complaints ? { complaints: packLinear({ ...complaints, concepts: NO_CONCEPTS }) } : {}),
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
  const { labels, dangerous, alarm, complaints, ...packed } = packedSchema.parse(JSON.parse(text));
  return {
    ...unpackLinear(packed),
    labels,
    dangerous,
    alarm,
    ...(complaints ? { complaints: unpackLinear(complaints) } : {}),
  };
}
