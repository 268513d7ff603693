import { type ConceptWords } from './concept-words.js';
import type { Example } from './example.js';
import { featuresOf, soundOnly } from './features.js';
import { conceptWords } from './lexicon.js';
import {
  CHANCE,
  type Head,
  type Labels,
  LARGEST_RARITY,
  LITTLE,
  type Model,
  NO_DANGER,
  outputsOf,
} from './model.js';
import { hashOf } from './sorted-hashes.js';
import { DANGERS, TEXT_KINDS } from './vocabulary.js';

/** How dearly an example on the wrong side is paid for; more learns by heart, less learns too little. Chosen on examples to learn from alone. */
const COST = 1;
/** Passes over all examples; what a pass still changes by then is next to nothing. Few examples are gone over more often: it costs nothing, and leaves nothing to chance. */
const passesOver = (cases: number): number =>
  Math.min(60, Math.max(8, Math.ceil(160_000 / Math.max(1, cases))));
/** How many features a model keeps, those that speak loudest. */
const KEPT = 20_000;
/** What a feature must occur in to be looked at. */
const SEEN_AT_LEAST = 2;
/** Weights are stored as whole numbers up to this. */
const LARGEST = 127;
/** What speaks less than this part of a label's loudest is left out: noise, and it packs better. */
const FAINT = 0.02;
/** One example in so many is learnt by its sound as well: enough to know a text that is all voice input or pinyin, without forgetting how words are written. */
const BY_SOUND_TOO = 4;

/** One example, or one way of writing it. */
interface Case {
  /** Tells it from others. */
  readonly mark: number;
  /** Places in the vocabulary. */
  readonly features: Int32Array;
  /** How much each counts: rare ones more; together they have length 1. */
  readonly values: Float32Array;
  /** The right label of each head; -1 where the example says nothing of it. */
  readonly right: Readonly<Record<Head, number>>;
}

interface Written {
  readonly mark: number;
  readonly hashes: readonly number[];
  readonly right: Case['right'];
}

interface Vocabulary {
  /** Ascending. */
  readonly hashes: Uint32Array;
  readonly rarity: Float32Array;
}

/**
 * The order of one pass follows from each case and the pass alone: the same examples give the same model, and one example more leaves the others in
 * their order, so that nothing else is read differently for it.
 */
function orderOf(cases: readonly Case[], pass: number): Int32Array {
  const ranks = cases.map(({ mark }) => Math.imul(mark ^ Math.imul(pass + 1, 0x9e3779b1), 0x85ebca6b) >>> 0);
  return Int32Array.from(ranks.keys()).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
}

export const labelsFor = (categories: readonly string[]): Labels => ({
  category: [...categories],
  danger: [NO_DANGER, ...DANGERS],
  kind: [...TEXT_KINDS],
});

const rightOf = (labels: Labels, { category, danger, kind }: Example): Case['right'] => ({
  category: category === undefined ? -1 : labels.category.indexOf(category),
  danger: labels.danger.indexOf(danger ?? NO_DANGER),
  kind: labels.kind.indexOf(kind),
});

/** Each example as it is written, and some of the Chinese ones as they sound. */
const writings = (words: string, nth: number): string[] =>
  nth % BY_SOUND_TOO === 0 && /\p{Script=Han}/u.test(words) ? [words, soundOnly(words)] : [words];

function writtenOf(
  labels: Labels,
  examples: readonly Example[],
  mask: (words: string) => string,
  concepts: ConceptWords,
): Written[] {
  return examples.flatMap((example, nth) =>
    writings(mask(example.words), nth).map((words) => ({
      mark: hashOf(words),
      hashes: featuresOf(words, concepts).map(({ hash }) => hash),
      right: rightOf(labels, example),
    })),
  );
}

function vocabularyOf(written: readonly Written[]): Vocabulary {
  const counts = new Map<number, number>();
  for (const { hashes } of written) for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const hashes = Uint32Array.from(
    [...counts].filter(([, count]) => count >= SEEN_AT_LEAST).map(([hash]) => hash),
  ).sort();
  const rarity = Float32Array.from(hashes, (hash) =>
    Math.min(LARGEST_RARITY, 1 + Math.log(written.length / (counts.get(hash) ?? 1))),
  );
  return { hashes, rarity };
}

function casesOf(written: readonly Written[], { hashes, rarity }: Vocabulary): Case[] {
  const places = new Map<number, number>();
  for (const [place, hash] of hashes.entries()) places.set(hash, place);
  return written.map(({ mark, hashes: own, right }) => {
    const features = Int32Array.from(own.flatMap((hash) => places.get(hash) ?? []));
    let length = LITTLE;
    for (const place of features) length += (rarity[place] ?? 0) ** 2;
    const scale = 1 / Math.sqrt(length);
    return {
      mark,
      features,
      values: Float32Array.from(features, (place) => (rarity[place] ?? 0) * scale),
      right,
    };
  });
}

/** One question of yes or no: which cases are asked it, and what is right. */
interface Question {
  readonly cases: readonly Case[];
  readonly isRight: (one: Case) => boolean;
  /** How much dearer a right one on the wrong side is than a wrong one: where right ones are few. */
  readonly dearer: number;
  /** What a text without a known word scores, where that is not learnt. */
  readonly fixed?: number;
}

/**
 * Answers a question by a straight line between right and wrong, as far from both as the cases let it be: a support vector machine with squared
 * hinge loss, by dual coordinate descent (Hsieh et al. 2008). The last weight is what a text without a known word scores.
 */
function separate({ cases, isRight, dearer, fixed }: Question, features: number): Float32Array {
  const weights = new Float32Array(features + 1);
  weights[features] = fixed ?? 0;
  const isFixed = fixed !== undefined;
  const alphas = new Float64Array(cases.length);
  const sides = cases.map((one) => (isRight(one) ? 1 : -1));
  const passes = passesOver(cases.length);
  for (let pass = 0; pass < passes; pass += 1) {
    for (const i of orderOf(cases, pass)) {
      const one = cases[i];
      const side = sides[i] ?? 1;
      if (one)
        alphas[i] = step(weights, one, {
          side,
          isFixed,
          alpha: alphas[i] ?? 0,
          cost: side > 0 ? COST * dearer : COST,
        });
    }
  }
  return weights;
}

/** Moves the line as far as one case asks for; gives how much the case is leant on now. */
function step(
  weights: Float32Array,
  { features, values }: Case,
  { side, isFixed, alpha, cost }: { side: number; isFixed: boolean; alpha: number; cost: number },
): number {
  const bias = weights.length - 1;
  let score = weights[bias] ?? 0;
  for (let f = 0; f < features.length; f += 1) score += (weights[features[f] ?? 0] ?? 0) * (values[f] ?? 0);
  const slack = 1 / (2 * cost);
  // A case has length 1, and 1 more for the last weight.
  const next = Math.max(0, alpha - (side * score - 1 + slack * alpha) / ((isFixed ? 1 : 2) + slack));
  const move = (next - alpha) * side;
  if (move === 0) return next;
  for (let f = 0; f < features.length; f += 1) {
    const feature = features[f] ?? 0;
    weights[feature] = (weights[feature] ?? 0) + move * (values[f] ?? 0);
  }
  if (!isFixed) weights[bias] = (weights[bias] ?? 0) + move;
  return next;
}

/** What says nothing is no danger, however many of the examples are: in them dangers are many more than in life. */
const UNSAID = 0.8;

/** Few news and texts that ask for nothing among many matters: each of them counts for several. */
const RARE_KINDS = 4;

function questionsOf(labels: Labels, cases: readonly Case[]): Question[] {
  const asked = (head: Head) => cases.filter(({ right }) => right[head] >= 0);
  const inDanger = cases.filter(({ right }) => right.danger > 0);
  const each = (head: Head, among: readonly Case[], dearer: (label: number) => number): Question[] =>
    labels[head].map((_, label) => ({
      cases: among,
      isRight: ({ right }) => right[head] === label,
      dearer: dearer(label),
    }));
  const [isNone] = each('danger', cases, () => 1);
  return [
    ...each('category', asked('category'), () => 1),
    // Whether there is a danger is one question to all; which it is, another to those in danger.
    ...(isNone ? [{ ...isNone, fixed: UNSAID }] : []),
    ...each('danger', inDanger, () => 1).slice(1),
    ...each('kind', cases, (label) => (label === 0 ? 1 : RARE_KINDS)),
  ];
}

/** Weights by output; nobody answers what no example asks. */
function answer(labels: Labels, cases: readonly Case[], features: number): Float32Array[] {
  return questionsOf(labels, cases).map((question) => {
    const rights = question.cases.filter(question.isRight).length;
    if (rights > 0 && rights < question.cases.length) return separate(question, features);
    const weights = new Float32Array(features + 1);
    weights[features] = rights === 0 ? -CHANCE : CHANCE;
    return weights;
  });
}

/** The features that speak loudest for anything. */
function loudest({ hashes, rarity }: Vocabulary, weights: readonly Float32Array[]): Vocabulary {
  const places = [...hashes.keys()];
  const loudness = Float32Array.from(places, (place) =>
    weights.reduce((most, output) => Math.max(most, Math.abs(output[place] ?? 0)), 0),
  );
  const kept = places
    .toSorted((a, b) => (loudness[b] ?? 0) - (loudness[a] ?? 0))
    .slice(0, KEPT)
    .toSorted((a, b) => a - b);
  return {
    hashes: Uint32Array.from(kept, (place) => hashes[place] ?? 0),
    rarity: Float32Array.from(kept, (place) => rarity[place] ?? 0),
  };
}

/** Whole numbers, feature by feature. */
function inWholeNumbers(
  labels: Labels,
  { hashes, rarity }: Vocabulary,
  weights: readonly Float32Array[],
): Omit<Model, 'concepts' | 'dangerous'> {
  const outputs = outputsOf(labels);
  const most = Float32Array.from(weights, (output) =>
    output.subarray(0, -1).reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 1e-6),
  );
  const whole = new Int8Array(hashes.length * outputs);
  for (const [i, output] of weights.entries()) {
    for (let place = 0; place < hashes.length; place += 1) {
      const part = (output[place] ?? 0) / (most[i] ?? 1);
      whole[place * outputs + i] = Math.abs(part) < FAINT ? 0 : Math.round(part * LARGEST);
    }
  }
  return {
    labels,
    scales: most.map((largest) => largest / LARGEST),
    bias: Float32Array.from(weights, (output) => output.at(-1) ?? 0),
    hashes,
    rarity,
    weights: whole,
  };
}

function sharesInDanger(categories: readonly string[], examples: readonly Example[]): number[] {
  return categories.map((category) => {
    const own = examples.filter((example) => example.category === category);
    return own.filter(({ danger }) => danger !== undefined).length / Math.max(1, own.length);
  });
}

/**
 * Learns from examples which words speak for which category, danger and kind. `mask` takes out the names of places, which say nothing of what is
 * the matter. The same examples give the same model.
 */
export function train(
  categories: readonly string[],
  examples: readonly Example[],
  mask: (words: string) => string,
): Model {
  const labels = labelsFor(categories);
  const concepts = conceptWords();
  const written = writtenOf(labels, examples, mask, concepts);
  const all = vocabularyOf(written);
  const first = answer(labels, casesOf(written, all), all.hashes.length);
  // Learnt once more with what is kept: a text is as long as what is known of it.
  const kept = all.hashes.length > KEPT ? loudest(all, first) : all;
  const weights = kept === all ? first : answer(labels, casesOf(written, kept), kept.hashes.length);
  return {
    ...inWholeNumbers(labels, kept, weights),
    dangerous: sharesInDanger(categories, examples),
    concepts,
  };
}
