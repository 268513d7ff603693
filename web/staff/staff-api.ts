import type { Language } from '../../domain/town/language.js';
import { callService, type Fetch } from '../call-service.js';
import { instantOf, isObject, numberOf, textOf } from '../json.js';
import type { Reply } from '../reply.js';
import type { AnswerBody } from './answer.js';
import { type Ask, askOf } from './ask.js';
import { type RecordedVisit, recordedVisitOf, type VisitBody, type Visits, visitsOf } from './visits.js';
import { leaveOf, type OwnLeave, type Work, workOf } from './work.js';

/** The days of a leave, YYYY-MM-DD. */
export interface LeaveDates {
  readonly from: string;
  readonly to: string;
}

/** The calls of the staff's pages. They never throw; words come in the given language. */
export interface StaffApi {
  /** By the signed link that was texted. */
  ask(link: string, language: Language): Promise<Reply<Ask>>;
  /** The answer, in words, as it was recorded. Sent again it still counts once. */
  answer(link: string, body: AnswerBody, language: Language): Promise<Reply<string>>;
  visits(link: string, language: Language): Promise<Reply<Visits>>;
  /** Sent again it still counts once. */
  recordVisit(link: string, body: VisitBody, language: Language): Promise<Reply<RecordedVisit>>;
  /** Has a code texted, if the number is anybody's; answers for how many minutes it holds. */
  askForCode(phone: string, language: Language): Promise<Reply<number>>;
  /** From here on the browser holds a session; answers until when. */
  signIn(
    given: { readonly phone: string; readonly code: string },
    language: Language,
  ): Promise<Reply<number>>;
  signOut(language: Language): Promise<Reply<true>>;
  /** For whoever signed in, as all that follows. */
  work(language: Language): Promise<Reply<Work>>;
  takeLeave(dates: LeaveDates, language: Language): Promise<Reply<OwnLeave>>;
  /** Answers what is left of it: the days before today, if there were any. */
  endLeave(from: string, language: Language): Promise<Reply<{ readonly left: OwnLeave | undefined }>>;
}

const labelOf = (value: unknown): string | undefined =>
  isObject(value) ? textOf(value['label']) : undefined;

const memberOf =
  <T>(name: string, read: (value: unknown) => T | undefined) =>
  (value: unknown): T | undefined =>
    isObject(value) ? read(value[name]) : undefined;

type Reader<T> = (value: unknown) => T | undefined;

/** @param ofTown makes an address the town's: links name it themselves. */
export function createStaffApi(fetch: Fetch, ofTown: (address: string) => string): StaffApi {
  const speaking = (language: Language) => ({ 'Accept-Language': language });
  const get = <T>(address: string, read: Reader<T>, language: Language) =>
    callService(fetch, address, read, { headers: speaking(language) });
  const remove = <T>(address: string, read: Reader<T>, language: Language) =>
    callService(fetch, address, read, { method: 'DELETE', headers: speaking(language) });
  const post = <T>(address: string, read: Reader<T>, body: object, language: Language) =>
    callService(fetch, address, read, {
      method: 'POST',
      headers: { ...speaking(language), 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    ask: (link, language) => get(link, askOf, language),
    answer: (link, body, language) => post(link, labelOf, body, language),
    visits: (link, language) => get(link, visitsOf, language),
    recordVisit: (link, body, language) => post(link, recordedVisitOf, { visits: [body] }, language),
    askForCode: (phone, language) =>
      post(ofTown('/staff/codes'), memberOf('minutes', numberOf), { phone }, language),
    signIn: (given, language) =>
      post(ofTown('/staff/sessions'), memberOf('until', instantOf), given, language),
    signOut: (language) =>
      remove('/staff/sessions', (value) => (isObject(value) ? true : undefined), language),
    work: (language) => get('/staff/work', workOf, language),
    takeLeave: (dates, language) => post('/staff/leave', leaveOf, dates, language),
    endLeave: (from, language) =>
      remove(
        `/staff/leave/${encodeURIComponent(from)}`,
        (value) => (isObject(value) ? { left: leaveOf(value['leave']) } : undefined),
        language,
      ),
  };
}
