import { likelyDanger } from '../answers/likely-danger.js';
import { ASK_KIND_NAMES, type AskKind } from '../asks/ask-names.js';
import { namesPlace } from '../reading/read-place.js';
import { isPlainDanger, type Reading } from '../reading/read-words.js';

/** How much counts what words would be among answers, beside what they would be among reports. */
const AMONG_ANSWERS = 0.5;
/** Of so few characters what was learnt from answers knows nothing; Latin ones a third each. */
const FEW = 6;

/** Log odds; what is as good as sure counts no more than one in ten thousand. */
function logOdds(probability: number): number {
  const bounded = Math.min(Math.max(probability, 1e-4), 1 - 1e-4);
  return Math.log(bounded / (1 - bounded));
}

const isShort = (words: string): boolean =>
  (/\p{Script=Han}/u.test(words) ? words.length : words.length / 3) <= FEW;

/**
 * How clearly words of somebody who is asked something speak of a danger, in log odds. The reading knows reports, and to it "the plumber is
 * on the road" is one; what was learnt from answers to such asks knows few dangers. Each by itself takes one for the
 * other where both together do not (docs/reading.md). Whoever names a place reports; so does who says little but a danger.
 */
export function dangerBesideAsks(
  kinds: readonly AskKind[],
  { danger, place }: Pick<Reading, 'danger' | 'place'>,
  words: string,
): number {
  if (danger.level === 'none') return -Infinity;
  if (namesPlace(place)) return Infinity;
  return logOdds(danger.confidence) + AMONG_ANSWERS * logOdds(likelyDanger(kinds, words));
}

/** From here on it sounds like a danger among the answers to some ask, though to the one at hand hardly any was learnt from. */
const BESIDE_ANOTHER = 0.8;

/** Whether a danger is named plainly: by few words and no others, or in such as tell of one beside another ask. */
export const isPlainBesideAny = ({ danger }: Pick<Reading, 'danger'>, words: string): boolean =>
  isPlainDanger(danger) && (isShort(words) || likelyDanger(ASK_KIND_NAMES, words) >= BESIDE_ANOTHER);
