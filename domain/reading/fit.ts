import type { ConceptWords } from './concept-words.js';
import { CHANCE, type Linear, LARGEST_RARITY, LITTLE } from './linear.js';

/** How dearly an example on the wrong side is paid for; more learns by heart, less learns too little. Chosen on examples to learn from alone. */
const COST = 1;
/** Passes over all examples; what a pass still changes by then is next to nothing. Few examples are gone over more often: it costs nothing, and leaves nothing to chance. */
const passesOver = (cases: number): number =>
  Math.min(60, Math.max(8, Math.ceil(160_000 / Math.max(1, cases))));
/** What a feature must occur in to be looked at. */
const SEEN_AT_LEAST = 2;
/** Weights are stored as whole numbers up to this. */
const LARGEST = 127;
/** What speaks less than this part of an output's loudest is left out: noise, and it packs better. */
const FAINT = 0.02;

/** One example, or one way of writing it. */
export interface Written<Right> {
  /** Tells it from others. */
  readonly mark: number;
  readonly hashes: readonly number[];
  readonly right: Right;
}

/** An example by what is known of its features. */
export interface Case<Right> {
  readonly mark: number;
  readonly right: Right;
  /** Places in the vocabulary. */
  readonly features: Int32Array;
  /** How much each counts: rare ones more; together they have length 1. */
  readonly values: Float32Array;
}

interface Vocabulary {
  /** Ascending. */
  readonly hashes: Uint32Array;
  readonly rarity: Float32Array;
}

/** One question of yes or no: which cases are asked it, and what is right. */
export interface Question<Right> {
  readonly cases: readonly Case<Right>[];
  readonly isRight: (one: Case<Right>) => boolean;
  /** How much dearer a right one on the wrong side is than a wrong one: where right ones are few. */
  readonly dearer: number;
  /** What a text without a known word scores, where that is not learnt. */
  readonly fixed?: number;
}

export type Ask<Right> = (cases: readonly Case<Right>[]) => Question<Right>[];

/**
 * The order of one pass follows from each case and the pass alone: the same examples give the same model, and one example more leaves the others in
 * their order, so that nothing else is read differently for it.
 */
function orderOf<Right>(cases: readonly Case<Right>[], pass: number): Int32Array {
  const ranks = cases.map(({ mark }) => Math.imul(mark ^ Math.imul(pass + 1, 0x9e3779b1), 0x85ebca6b) >>> 0);
  return Int32Array.from(ranks.keys()).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0));
}

function vocabularyOf<Right>(written: readonly Written<Right>[]): Vocabulary {
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

function casesOf<Right>(written: readonly Written<Right>[], { hashes, rarity }: Vocabulary): Case<Right>[] {
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

/**
 * Answers a question by a straight line between right and wrong, as far from both as the cases let it be: a support vector machine with squared
 * hinge loss, by dual coordinate descent (Hsieh et al. 2008). The last weight is what a text without a known word scores.
 */
function separate<Right>({ cases, isRight, dearer, fixed }: Question<Right>, features: number): Float32Array {
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
  { features, values }: Pick<Case<unknown>, 'features' | 'values'>,
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

/** Weights by output; nobody answers what no example asks. */
const answer = <Right>(questions: readonly Question<Right>[], features: number): Float32Array[] =>
  questions.map((question) => {
    const rights = question.cases.filter(question.isRight).length;
    if (rights > 0 && rights < question.cases.length) return separate(question, features);
    const weights = new Float32Array(features + 1);
    weights[features] = rights === 0 ? -CHANCE : CHANCE;
    return weights;
  });

/** The features that speak loudest for anything. */
function loudest({ hashes, rarity }: Vocabulary, weights: readonly Float32Array[], keep: number): Vocabulary {
  const places = [...hashes.keys()];
  const loudness = Float32Array.from(places, (place) =>
    weights.reduce((most, output) => Math.max(most, Math.abs(output[place] ?? 0)), 0),
  );
  const kept = places
    .toSorted((a, b) => (loudness[b] ?? 0) - (loudness[a] ?? 0))
    .slice(0, keep)
    .toSorted((a, b) => a - b);
  return {
    hashes: Uint32Array.from(kept, (place) => hashes[place] ?? 0),
    rarity: Float32Array.from(kept, (place) => rarity[place] ?? 0),
  };
}

/** Whole numbers, feature by feature. */
function inWholeNumbers(
  { hashes, rarity }: Vocabulary,
  weights: readonly Float32Array[],
): Omit<Linear, 'concepts'> {
  const outputs = weights.length;
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
    scales: most.map((largest) => largest / LARGEST),
    bias: Float32Array.from(weights, (output) => output.at(-1) ?? 0),
    hashes,
    rarity,
    weights: whole,
  };
}

/** Learns the answers to the questions, one output each, from the `keep` features that speak loudest. The same examples give the same. */
export function fit<Right>(
  written: readonly Written<Right>[],
  { ask, keep, concepts }: { ask: Ask<Right>; keep: number; concepts: ConceptWords },
): Linear {
  const learn = (vocabulary: Vocabulary) =>
    answer(ask(casesOf(written, vocabulary)), vocabulary.hashes.length);
  const all = vocabularyOf(written);
  const first = learn(all);
  // Learnt once more with what is kept: a text is as long as what is known of it.
  const kept = all.hashes.length > keep ? loudest(all, first, keep) : all;
  return { ...inWholeNumbers(kept, kept === all ? first : learn(kept)), concepts };
}
