import type { AskItem } from '../../adapters/ask-store.js';
import { ASK_OPTIONS, type AskKind } from '../../domain/asks/ask-kinds.js';
import { optionWord } from '../../domain/asks/option-words.js';
import type { Language } from '../../domain/words/language.js';
import { Problem } from './problem.js';

/**
 * The question is over: what was answered is told, who did not answer learns it here.
 *
 * @param mostPhotos how many may still follow the answer.
 */
export function notOpen(
  { kind, answer }: Pick<AskItem, 'kind' | 'answer'>,
  language: Language,
  mostPhotos = 0,
): Problem {
  if (!answer) return new Problem('not-open');
  const { option, at } = answer;
  const label = labelOf(kind, option, language);
  return new Problem('not-open', [], {
    option,
    ...(label === undefined ? {} : { label }),
    at: new Date(at).toISOString(),
    ...(mostPhotos > 0 ? { mostPhotos } : {}),
  });
}

function labelOf(kind: AskKind, option: string, language: Language): string | undefined {
  const known = ASK_OPTIONS.find((one) => one === option);
  return known && optionWord(kind, known, language);
}
