import { categoriesOfComplaints } from './complaint-categories.js';
import { COMPLAINT_TEXTS } from './complaint-texts.js';
import type { ConceptWords } from './concept-words.js';
import type { Example } from './example.js';
import { soundOnly } from './features.js';
import { fit, type Written } from './fit.js';
import type { HashesOf } from './hashes-of.js';
import type { Linear } from './linear.js';
import { hashOf } from './sorted-hashes.js';

/** How many features are kept, those that speak loudest. */
const KEPT = 6_000;
/** One text in so many is learnt by its sound as well. */
const BY_SOUND_TOO = 4;
/** Complaints are few among many matters: each of them counts for several. */
const RARE = 4;

interface Heard {
  readonly words: string;
  readonly complaint: boolean;
}

/** Sorts complaints about staff from other texts; of those that may be either nothing is learnt. */
function heardIn(examples: readonly Example[]): Heard[] {
  const mostly = categoriesOfComplaints(examples);
  return examples.flatMap(({ words, category = '', complaint = false }) =>
    complaint || !mostly.has(category) ? [{ words, complaint }] : [],
  );
}

const writings = (words: string, nth: number): string[] =>
  nth % BY_SOUND_TOO === 0 && /\p{Script=Han}/u.test(words) ? [words, soundOnly(words)] : [words];

/**
 * Learns which words speak for a complaint about the town's own staff, from a town's examples and from what is said of
 * staff everywhere. It is a model of its own: what is learnt here changes how nothing else is read.
 */
export function trainComplaints(
  examples: readonly Example[],
  mask: (words: string) => string,
  { concepts, hashesOf }: { readonly concepts: ConceptWords; readonly hashesOf: HashesOf },
): Linear | undefined {
  if (!examples.some(({ complaint }) => complaint)) return undefined;
  const written: Written<boolean>[] = [...heardIn(examples), ...COMPLAINT_TEXTS].flatMap(
    ({ words, complaint }, nth) =>
      writings(mask(words), nth).map((one) => ({
        mark: hashOf(one),
        hashes: hashesOf(one).held,
        right: complaint,
      })),
  );
  return fit(written, {
    ask: (cases) => [{ cases, isRight: ({ right }) => right, dearer: RARE }],
    keep: KEPT,
    concepts,
  });
}
