import type { Example } from './example.js';
import { soundOnly } from './features.js';
import { fit, type Written } from './fit.js';
import { conceptWords } from './lexicon.js';
import { type Alarm, type Head, type Labels, type Model, NO_DANGER } from './model.js';
import type { Case, Question } from './separate.js';
import { hashOf } from './sorted-hashes.js';
import { DANGERS } from '../town/dangers.js';
import { type HashesOf, hashesBy, rememberingEach } from './hashes-of.js';
import { trainComplaints } from './train-complaints.js';
import { TEXT_KINDS } from './example.js';

/** How many features a model keeps, those that speak loudest. */
const KEPT = 20_000;
/** One example in so many is also learnt by sound: enough to know voice input and pinyin, and still the spelling. */
const BY_SOUND_TOO = 4;

/** The right label of each head; -1 where the example says nothing of it. */
type Right = Readonly<Record<Head, number>>;

export const labelsFor = (categories: readonly string[]): Labels => ({
  category: [...categories],
  danger: [NO_DANGER, ...DANGERS],
  kind: [...TEXT_KINDS],
});

const rightOf = (labels: Labels, { category, danger, kind }: Example): Right => ({
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
  hashesOf: HashesOf,
): Written<Right>[] {
  return examples.flatMap((example, nth) =>
    writings(mask(example.words), nth).map((words) => {
      const { held, order } = hashesOf(words);
      return { mark: hashOf(words), hashes: held, lesser: order, right: rightOf(labels, example) };
    }),
  );
}

/**
 * A text without known words is no danger, however many of the examples are: in them dangers are many more than in
 * life.
 */
const UNSAID = 0.8;

/**
 * What is like a kind of danger counts for more than what is only unlike a text without one. The middle is set so that a
 * doubtful text is rather heard than not. Chosen by cross-validation on examples to learn from alone.
 */
const ALARM: Alarm = { kinds: 1.5, middle: -0.345, reach: 1.857 };

/** Few news and texts that ask for nothing among many matters: each of them counts for several. */
const RARE_KINDS = 4;

function questionsOf(labels: Labels, cases: readonly Case<Right>[]): Question<Right>[] {
  const asked = (head: Head) => cases.filter(({ right }) => right[head] >= 0);
  const each = (
    head: Head,
    among: readonly Case<Right>[],
    dearer: (label: number) => number,
  ): Question<Right>[] =>
    labels[head].map((_, label) => ({
      cases: among,
      isRight: ({ right }) => right[head] === label,
      dearer: dearer(label),
    }));
  const [isNone, ...isOfKind] = each('danger', cases, () => 1);
  return [
    ...each('category', asked('category'), () => 1),
    // All are asked whether there is a danger, and whether it is of this kind: a danger is like some kind of them.
    ...(isNone ? [{ ...isNone, fixed: UNSAID }] : []),
    ...isOfKind,
    ...each('kind', cases, (label) => (label === 0 ? 1 : RARE_KINDS)),
  ];
}

function sharesInDanger(categories: readonly string[], examples: readonly Example[]): number[] {
  return categories.map((category) => {
    const own = examples.filter((example) => example.category === category);
    return own.filter(({ danger }) => danger !== undefined).length / Math.max(1, own.length);
  });
}

/**
 * Learns from examples which words speak for which category, danger and kind. `mask` takes out the names of places,
 * which say nothing of what is the matter. The same examples give the same model.
 */
export function train(
  categories: readonly string[],
  examples: readonly Example[],
  mask: (words: string) => string,
): Model {
  const labels = labelsFor(categories);
  const concepts = conceptWords();
  const hashesOf = hashesBy(concepts);
  const masked = rememberingEach(mask);
  const written = writtenOf(labels, examples, masked, hashesOf);
  const ask = (cases: readonly Case<Right>[]) => questionsOf(labels, cases);
  return {
    ...fit(written, { ask, keep: KEPT, concepts }),
    labels,
    dangerous: sharesInDanger(categories, examples),
    alarm: ALARM,
    complaints: trainComplaints(examples, masked, { concepts, hashesOf }),
  };
}
