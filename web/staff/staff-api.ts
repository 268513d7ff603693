import type { Language } from '../../domain/town/language.js';
import { callService, type Fetch } from '../call-service.js';
import { isObject, textOf } from '../json.js';
import type { Reply } from '../reply.js';
import type { AnswerBody } from './answer.js';
import { type Ask, askOf } from './ask.js';
import { type RecordedVisit, recordedVisitOf, type VisitBody, type Visits, visitsOf } from './visits.js';

/** The calls of the staff's pages, by the signed link that was texted. They never throw; words come in the given language. */
export interface StaffApi {
  ask(link: string, language: Language): Promise<Reply<Ask>>;
  /** The answer, in words, as it was recorded. Sent again it still counts once. */
  answer(link: string, body: AnswerBody, language: Language): Promise<Reply<string>>;
  visits(link: string, language: Language): Promise<Reply<Visits>>;
  /** Sent again it still counts once. */
  recordVisit(link: string, body: VisitBody, language: Language): Promise<Reply<RecordedVisit>>;
}

const labelOf = (value: unknown): string | undefined =>
  isObject(value) ? textOf(value['label']) : undefined;

export function createStaffApi(fetch: Fetch): StaffApi {
  const speaking = (language: Language) => ({ 'Accept-Language': language });
  const get = <T>(link: string, read: (value: unknown) => T | undefined, language: Language) =>
    callService(fetch, link, read, { headers: speaking(language) });
  const post = <T>(link: string, read: (value: unknown) => T | undefined, body: object, language: Language) =>
    callService(fetch, link, read, {
      method: 'POST',
      headers: { ...speaking(language), 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    ask: (link, language) => get(link, askOf, language),
    answer: (link, body, language) => post(link, labelOf, body, language),
    visits: (link, language) => get(link, visitsOf, language),
    recordVisit: (link, body, language) => post(link, recordedVisitOf, { visits: [body] }, language),
  };
}
