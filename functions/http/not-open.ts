import type { AskItem } from '../../adapters/ask-store.js';
import { ASK_OPTIONS, type AskKind } from '../../domain/asks/ask-kinds.js';
import { answerWord } from '../../domain/request/answer-word.js';
import type { Milestone } from '../../domain/town/schema.js';
import type { Language } from '../../domain/words/language.js';
import { Problem } from './problem.js';

/**
 * The question is over: what was answered is told, who did not answer learns it here.
 *
 * @param milestone in an emergency, how far the answer says that somebody is.
 * @param mostPhotos how many may still follow the answer.
 */
export function notOpen(
  { kind, answer }: Pick<AskItem, 'kind' | 'answer'>,
  language: Language,
  { milestone, mostPhotos = 0 }: { milestone?: Milestone | undefined; mostPhotos?: number } = {},
): Problem {
  if (!answer) return new Problem('not-open');
  const { option, at } = answer;
  const label = labelOf(kind, option, milestone, language);
  return new Problem('not-open', [], {
    option,
    ...(label === undefined ? {} : { label }),
    at: new Date(at).toISOString(),
    ...(mostPhotos > 0 ? { mostPhotos } : {}),
  });
}

function labelOf(
  kind: AskKind,
  option: string,
  milestone: Milestone | undefined,
  language: Language,
): string | undefined {
  const known = ASK_OPTIONS.find((one) => one === option);
  return known && answerWord(kind, known, milestone, language);
}
