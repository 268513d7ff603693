import type { AskKind } from '../asks/ask-kinds.js';
import { learntAnswers } from './learnt-answers.js';
import { weighAnswer } from './weigh-answer.js';

/**
 * How likely words speak of a danger rather than answer any of these asks: 0 to 1. "The plumber is on the road" is one to somebody who is asked nothing.
 * Of words that no answer has ever held nothing is known: one half.
 */
export function likelyDanger(kinds: readonly AskKind[], words: string): number {
  const each = kinds.map((kind) => {
    const weighed = weighAnswer(learntAnswers(), kind, words);
    return weighed.length === 0 ? 0.5 : (weighed.find(({ label }) => label === 'danger')?.probability ?? 0);
  });
  return Math.max(0, ...each);
}
