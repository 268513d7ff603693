import type { Language } from '../../domain/town/language.js';
import { callService, type Fetch } from '../call-service.js';
import { isObject, textOf } from '../json.js';
import type { Reply } from '../reply.js';
import type { AnswerBody } from './answer.js';
import { type Ask, askOf } from './ask.js';

/** The calls of the staff's pages, by the signed link that was texted. They never throw; words come in the given language. */
export interface StaffApi {
  ask(link: string, language: Language): Promise<Reply<Ask>>;
  /** The answer, in words, as it was recorded. Sent again it still counts once. */
  answer(link: string, body: AnswerBody, language: Language): Promise<Reply<string>>;
}

const labelOf = (value: unknown): string | undefined =>
  isObject(value) ? textOf(value['label']) : undefined;

export function createStaffApi(fetch: Fetch): StaffApi {
  const speaking = (language: Language) => ({ 'Accept-Language': language });
  return {
    ask: (link, language) => callService(fetch, link, askOf, { headers: speaking(language) }),
    answer: (link, body, language) =>
      callService(fetch, link, labelOf, {
        method: 'POST',
        headers: { ...speaking(language), 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
  };
}
