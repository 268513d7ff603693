import type { AskKind } from '../asks/ask-names.js';
import { learntAnswers } from './learnt-answers.js';
import { weighAnswer } from './weigh-answer.js';

/** From here on words are taken for a remark, of which others hear at once. */
const SURE = 0.8;

/** How surely words are no answer to an ask but a remark on what it is about; undefined where they rather are something else. */
export function remarkIn(kind: AskKind, words: string): 'sure' | 'likely' | undefined {
  const [first] = weighAnswer(learntAnswers(), kind, words);
  if (first?.label !== 'remark') return undefined;
  return first.score >= 0 && first.probability >= SURE ? 'sure' : 'likely';
}
