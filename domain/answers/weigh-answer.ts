import type { AskKind } from '../asks/ask-kinds.js';
import { type Linear, score, softmax } from '../reading/linear.js';
import { answerFeatures } from './answer-features.js';
import { ANSWER_LABELS, type AnswerLabel, labelsOf } from './answer-labels.js';

export interface WeighedAnswer {
  readonly label: AnswerLabel;
  readonly probability: number;
  /** How clearly it is on the label's side: 1 as clear as what was learnt from, below 0 on the other. */
  readonly score: number;
}

/** What an answer to an ask of this kind may say, of the labels that `isPossible`, the likeliest first; nothing where none of its words is known. */
export function weighAnswer(
  learnt: Linear,
  kind: AskKind,
  words: string,
  isPossible: (label: AnswerLabel) => boolean = () => true,
): WeighedAnswer[] {
  const { scores, known } = score(learnt, answerFeatures(kind, words, learnt.concepts));
  // How long a text is, and that it asks, is known of any.
  if (known.every(({ feature: { to } }) => to === 0)) return [];
  const labels = labelsOf(kind).filter(isPossible);
  const own = labels.map((label) => scores[ANSWER_LABELS.indexOf(label)] ?? 0);
  const probabilities = softmax(own);
  return labels
    .map((label, i) => ({ label, probability: probabilities[i] ?? 0, score: own[i] ?? 0 }))
    .toSorted((a, b) => b.probability - a.probability);
}
