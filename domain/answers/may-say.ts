import { type AskOption, isAskOption, type OptionRule } from '../asks/ask-kinds.js';
import { foldWords } from '../reading/features.js';
import type { AnswerLabel } from './answer-labels.js';

/** A sum of money has a number in it. */
const NUMBER = /[0-9一二两三四五六七八九十百千万]/;

/** Whether words may say this at all: an option that is offered, or that stands for one; anything that is no option. */
export function maySay(label: AnswerLabel, offered: readonly OptionRule[], words: string): boolean {
  if (!isAskOption(label)) return true;
  if (label === 'aid' && !NUMBER.test(foldWords(words))) return false;
  return offeredAs(label, offered) !== undefined;
}

/** "Not ours" refuses; where nobody may refuse, it says that the next must be asked. */
export function offeredAs(label: AskOption, offered: readonly OptionRule[]): AskOption | undefined {
  const isOffered = (option: AskOption): boolean => offered.some((rule) => rule.option === option);
  if (isOffered(label)) return label;
  return label === 'refuse' && isOffered('decline') ? 'decline' : undefined;
}
