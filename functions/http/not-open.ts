import type { AskItem } from '../../adapters/ask-store.js';
import { ASK_OPTIONS, type AskKind } from '../../domain/asks/ask-kinds.js';
import { optionWord } from '../../domain/asks/option-words.js';
import type { Language } from '../../domain/town/language.js';
import { Problem } from './problem.js';

/** The question is over: what was answered is told, who did not answer learns it here. */
export function notOpen({ kind, answer }: Pick<AskItem, 'kind' | 'answer'>, language: Language): Problem {
  if (!answer) return new Problem('not-open');
  const { option, at } = answer;
  const label = labelOf(kind, option, language);
  return new Problem('not-open', [], {
    option,
    ...(label === undefined ? {} : { label }),
    at: new Date(at).toISOString(),
  });
}

function labelOf(kind: AskKind, option: string, language: Language): string | undefined {
  const known = ASK_OPTIONS.find((one) => one === option);
  return known && optionWord(kind, known, language);
}
