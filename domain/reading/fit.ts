import type { ConceptWords } from './concept-words.js';
import { CHANCE, type Linear, LARGEST_RARITY, LITTLE } from './linear.js';
import { type Case, type Question, separate } from './separate.js';

/** What a feature must occur in to be looked at. */
const SEEN_AT_LEAST = 2;
/** Weights are stored as whole numbers up to this. */
const LARGEST = 127;
/** What speaks less than this part of an output's loudest is left out, where nothing else is said: noise, and it packs better. */
const FAINT = 0.02;

/** One example, or one way of writing it. */
export interface Written<Right> {
  /** Tells it from others. */
  readonly mark: number;
  readonly hashes: readonly number[];
  /** Features that count for less. */
  readonly lesser?: readonly number[];
  readonly right: Right;
}

/** How much less: what words say together, beside what each of them says. Chosen on examples to learn from alone. */
const LESSER = 0.5;

/** All features of what is written, numbered as they come: each is looked up once, and then counted and placed by its number. */
interface Numbered {
  readonly hashes: readonly number[];
  readonly counts: readonly number[];
  /** The numbers of those that count for less. */
  readonly lesser: ReadonlySet<number>;
  /** The features of each, by their numbers. */
  readonly written: readonly Int32Array[];
}

interface Vocabulary {
  /** Ascending. */
  readonly hashes: Uint32Array;
  /** The number of each. */
  readonly numbers: Int32Array;
  readonly rarity: Float32Array;
}

export type Ask<Right> = (cases: readonly Case<Right>[]) => Question<Right>[];

function numbered<Right>(written: readonly Written<Right>[]): Numbered {
  const numbers = new Map<number, number>();
  const hashes: number[] = [];
  const counts: number[] = [];
  const numberOf = (hash: number): number => {
    // Signed, which V8 keeps as it is; above 2^31 it would put each key into a box of its own.
    const known = numbers.get(hash | 0);
    if (known !== undefined) return known;
    numbers.set(hash | 0, hashes.length);
    counts.push(0);
    return hashes.push(hash) - 1;
  };
  const lesser = new Set<number>();
  const own = written.map((one) => {
    const less = (one.lesser ?? []).map(numberOf);
    for (const number of less) lesser.add(number);
    return Int32Array.from([...one.hashes.map(numberOf), ...less]);
  });
  for (const features of own) for (const number of features) counts[number] = (counts[number] ?? 0) + 1;
  return { hashes, counts, lesser, written: own };
}

function vocabularyOf({ hashes, counts, lesser, written }: Numbered): Vocabulary {
  const numbers = Int32Array.from(counts.keys())
    .filter((number) => (counts[number] ?? 0) >= SEEN_AT_LEAST)
    .sort((a, b) => (hashes[a] ?? 0) - (hashes[b] ?? 0));
  const rarity = Float32Array.from(numbers, (number) => {
    const rare = Math.min(LARGEST_RARITY, 1 + Math.log(written.length / (counts[number] ?? 1)));
    return lesser.has(number) ? rare * LESSER : rare;
  });
  return { hashes: Uint32Array.from(numbers, (number) => hashes[number] ?? 0), numbers, rarity };
}

/** Of length 1 together. */
function valuesOf(features: Int32Array, rarity: Float32Array): Float32Array {
  let length = LITTLE;
  for (const position of features) length += (rarity[position] ?? 0) ** 2;
  const scale = 1 / Math.sqrt(length);
  return new Float32Array(features.length).map((_, f) => (rarity[features[f] ?? 0] ?? 0) * scale);
}

function casesOf<Right>(
  written: readonly Written<Right>[],
  all: Numbered,
  { numbers, rarity }: Vocabulary,
): Case<Right>[] {
  const positions = new Int32Array(all.hashes.length).fill(-1);
  for (const [position, number] of numbers.entries()) positions[number] = position;
  return written.map(({ mark, right }, nth) => {
    const own = all.written[nth] ?? new Int32Array();
    const features = own.map((number) => positions[number] ?? -1).filter((position) => position >= 0);
    return { mark, features, values: valuesOf(features, rarity), right };
  });
}

/** Weights by output; nobody answers what no example asks. Questions that are asked of the same cases are answered together. */
function answer<Right>(questions: readonly Question<Right>[], features: number): Float32Array[] {
  const open = questions.filter(({ cases, isRight }) => cases.some(isRight) && !cases.every(isRight));
  const lines = new Map<Question<Right>, Float32Array>();
  for (const cases of new Set(open.map((question) => question.cases))) {
    const together = open.filter((question) => question.cases === cases);
    for (const [question, line] of separate(cases, together, features)) lines.set(question, line);
  }
  return questions.map((question) => lines.get(question) ?? unasked(question, features));
}

/** No word speaks for or against what every case is, or none. */
function unasked<Right>({ cases, isRight }: Question<Right>, features: number): Float32Array {
  const weights = new Float32Array(features + 1);
  weights[features] = cases.some(isRight) ? CHANCE : -CHANCE;
  return weights;
}

/** The features that speak loudest for anything. */
function loudest(
  { hashes, numbers, rarity }: Vocabulary,
  weights: readonly Float32Array[],
  keep: number,
): Vocabulary {
  const positions = [...hashes.keys()];
  const loudness = Float32Array.from(positions, (position) =>
    weights.reduce((most, output) => Math.max(most, Math.abs(output[position] ?? 0)), 0),
  );
  const kept = positions
    .toSorted((a, b) => (loudness[b] ?? 0) - (loudness[a] ?? 0))
    .slice(0, keep)
    .toSorted((a, b) => a - b);
  return {
    hashes: Uint32Array.from(kept, (position) => hashes[position] ?? 0),
    numbers: Int32Array.from(kept, (position) => numbers[position] ?? 0),
    rarity: Float32Array.from(kept, (position) => rarity[position] ?? 0),
  };
}

/** Whole numbers, feature by feature. */
function inWholeNumbers(
  { hashes, rarity }: Vocabulary,
  weights: readonly Float32Array[],
  faint: number,
): Omit<Linear, 'concepts'> {
  const outputs = weights.length;
  const most = Float32Array.from(weights, (output) =>
    output.subarray(0, -1).reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 1e-6),
  );
  const whole = new Int8Array(hashes.length * outputs);
  for (const [i, output] of weights.entries()) {
    for (let position = 0; position < hashes.length; position += 1) {
      const part = (output[position] ?? 0) / (most[i] ?? 1);
      whole[position * outputs + i] = Math.abs(part) < faint ? 0 : Math.round(part * LARGEST);
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
  {
    ask,
    keep,
    concepts,
    faint = FAINT,
  }: { ask: Ask<Right>; keep: number; concepts: ConceptWords; faint?: number },
): Linear {
  const features = numbered(written);
  const learn = (vocabulary: Vocabulary) =>
    answer(ask(casesOf(written, features, vocabulary)), vocabulary.hashes.length);
  const all = vocabularyOf(features);
  const first = learn(all);
  // Learnt once more with what is kept: a text is as long as what is known of it.
  const kept = all.hashes.length > keep ? loudest(all, first, keep) : all;
  return { ...inWholeNumbers(kept, kept === all ? first : learn(kept), faint), concepts };
}
