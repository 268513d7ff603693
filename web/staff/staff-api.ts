import type { Language } from '../../domain/words/language.js';
import { callService, type Fetch, PATIENCE_FOR_PHOTOS } from '../call-service.js';
import { instantOf, isObject, numberOf, textOf } from '../json.js';
import type { Reply } from '../reply.js';
import { jpegFrom } from '../shrink-photo.js';
import { type Ask, askOf } from './ask.js';
import type { KeptAnswers } from './kept-answers.js';
import { type Kept, KeptOpener, type Reader } from './open-kept.js';
import { photoPath } from './photo-path.js';
import { type Visits, visitsOf } from './visits.js';
import { leaveOf, type OwnLeave, type Work, workOf } from './work.js';

/** The days of a leave, YYYY-MM-DD. */
export interface LeaveDates {
  readonly from: string;
  readonly to: string;
}

/** For how many minutes a code holds, and where it was asked for: it holds there alone. */
export interface CodeAsked {
  readonly minutes: number;
  readonly asked: string;
}

/** The calls of the staff's pages. They never throw; words come in the given language. */
export interface StaffApi {
  /** By the signed link that was texted. */
  ask(link: string, language: Language): Promise<Reply<Ask>>;
  visits(link: string, language: Language): Promise<Reply<Visits>>;
  /** An answer or visits, by the same link. Sent again they count once. */
  send(link: string, body: unknown, language: Language): Promise<Reply<unknown>>;
  /** A photo, in base64, that follows an answer. Sent again it is the same photo. */
  sendPhoto(link: string, picture: string, language: Language): Promise<Reply<unknown>>;
  /** Has a code texted, if the number is anybody's. */
  askForCode(phone: string, language: Language): Promise<Reply<CodeAsked>>;
  /** From here on the browser holds a session; answers until when. */
  signIn(
    given: { readonly phone: string; readonly code: string; readonly asked: string },
    language: Language,
  ): Promise<Reply<number>>;
  /** What was opened is forgotten on this device; what waits to be sent is not. */
  signOut(language: Language): Promise<Reply<true>>;
  /** For whoever signed in, as all that follows. */
  work(language: Language): Promise<Reply<Work>>;
  takeLeave(dates: LeaveDates, language: Language): Promise<Reply<OwnLeave>>;
  /** Answers what is left of it: the days before today, if there were any. */
  endLeave(from: string, language: Language): Promise<Reply<{ readonly left: OwnLeave | undefined }>>;
  /** What was opened before, for when there is no network. */
  readonly kept: {
    ask(link: string): Kept<Ask> | undefined;
    visits(link: string): Kept<Visits> | undefined;
    work(): Kept<Work> | undefined;
  };
}

const memberOf =
  <T>(name: string, read: (value: unknown) => T | undefined) =>
  (value: unknown): T | undefined =>
    isObject(value) ? read(value[name]) : undefined;

function codeAskedOf(value: unknown): CodeAsked | undefined {
  const minutes = memberOf('minutes', numberOf)(value);
  const asked = memberOf('asked', textOf)(value);
  return minutes === undefined || asked === undefined ? undefined : { minutes, asked };
}

const WORK = '/staff/work';

/** @param ofTown makes an address the town's: links name it themselves. */
export function createStaffApi(
  fetch: Fetch,
  ofTown: (address: string) => string,
  kept: KeptAnswers,
): StaffApi {
  const speaking = (language: Language) => ({ 'Accept-Language': language });
  const opener = new KeptOpener(fetch, kept);
  const remove = <T>(address: string, read: Reader<T>, language: Language) =>
    callService(fetch, address, read, { method: 'DELETE', headers: speaking(language) });
  const post = <T>(address: string, read: Reader<T>, body: unknown, language: Language) =>
    callService(fetch, address, read, {
      method: 'POST',
      headers: { ...speaking(language), 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    ask: (link, language) => opener.open(link, askOf, language),
    visits: (link, language) => opener.open(link, visitsOf, language),
    async send(link, body, language) {
      const reply = opener.settle(link, await post(link, (value) => value, body, language));
      // An ask has done what it is for; a list of visits goes on.
      if (reply.kind === 'answer' && link.startsWith('/asks/')) kept.drop(link);
      return reply;
    },
    sendPhoto: (link, picture, language) =>
      callService(fetch, photoPath(link), (value) => value, {
        method: 'POST',
        headers: { ...speaking(language), 'Content-Type': 'image/jpeg' },
        body: jpegFrom(picture),
        patience: PATIENCE_FOR_PHOTOS,
      }),
    askForCode: (phone, language) => post(ofTown('/staff/codes'), codeAskedOf, { phone }, language),
    signIn: (given, language) =>
      post(ofTown('/staff/sessions'), memberOf('until', instantOf), given, language),
    async signOut(language) {
      const reply = await remove(
        '/staff/sessions',
        (value) => (isObject(value) ? true : undefined),
        language,
      );
      if (reply.kind === 'answer') kept.clear();
      return reply;
    },
    work: (language) => opener.open(WORK, workOf, language),
    takeLeave: (dates, language) => post('/staff/leave', leaveOf, dates, language),
    endLeave: (from, language) =>
      remove(
        `/staff/leave/${encodeURIComponent(from)}`,
        (value) => (isObject(value) ? { left: leaveOf(value['leave']) } : undefined),
        language,
      ),
    kept: {
      ask: (link) => opener.before(link, askOf),
      visits: (link) => opener.before(link, visitsOf),
      work: () => opener.before(WORK, workOf),
    },
  };
}
