import type { AskKind } from '../asks/ask-kinds.js';
import { conceptWordsOf } from '../reading/lexicon.js';
import { soundOnly } from '../reading/features.js';
import { fit, type Written } from '../reading/fit.js';
import type { Linear } from '../reading/linear.js';
import type { Case, Question } from '../reading/separate.js';
import { hashOf } from '../reading/sorted-hashes.js';
import type { AnswerExample } from './answer-example.js';
import { answerFeatures } from './answer-features.js';
import { ANSWER_LABELS, type AnswerLabel, labelsOf } from './answer-labels.js';

/** How many features are kept, those that speak loudest. */
const KEPT = 10_000;
/** What speaks less than this part of an answer's loudest is left out: more features that say less each tell more apart than few that say all, and take less room. */
const FAINT = 0.12;
/** Longer words of the lexicon are not known by their sound: it would take as much room as the words themselves, and tells no more apart. */
const LONGEST_SOUND = 2;
/** One answer in so many is learnt by its sound as well. */
const BY_SOUND_TOO = 4;

interface Right {
  readonly ask: AskKind;
  readonly says: AnswerLabel;
}

const writings = (words: string, nth: number): string[] =>
  nth % BY_SOUND_TOO === 0 && /\p{Script=Han}/u.test(words) ? [words, soundOnly(words)] : [words];

/** Whether an answer says something is asked of the answers to asks that it could be said to. */
function questionsOf(cases: readonly Case<Right>[]): Question<Right>[] {
  const labels = new Map(
    [...new Set(cases.map(({ right }) => right.ask))].map((ask) => [ask, labelsOf(ask)]),
  );
  return ANSWER_LABELS.map((label) => ({
    cases: cases.filter(({ right }) => labels.get(right.ask)?.includes(label)),
    isRight: ({ right }) => right.says === label,
    dearer: 1,
  }));
}

/** Learns from answers what answers say; `lexicon` names words that mean the same. The same answers give the same. */
export function learnAnswers(examples: readonly AnswerExample[], lexicon: string): Linear {
  const concepts = conceptWordsOf(lexicon, LONGEST_SOUND);
  const written: Written<Right>[] = examples.flatMap(({ ask, says, words }, nth) =>
    writings(words, nth).map((one) => ({
      mark: hashOf(`${ask} ${one}`),
      hashes: answerFeatures(ask, one, concepts).map(({ hash }) => hash),
      right: { ask, says },
    })),
  );
  return fit(written, { ask: questionsOf, keep: KEPT, faint: FAINT, concepts });
}
