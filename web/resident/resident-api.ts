import type { Language } from '../../domain/words/language.js';
import { callService, type Fetch, PATIENCE_FOR_PHOTOS } from '../call-service.js';
import { isObject, listOf, textOf } from '../json.js';
import type { Reply } from '../reply.js';
import type { Attempt } from './attempt.js';
import { type DailyBoard, dailyBoardOf } from './daily-board.js';
import { type GridFound, gridFoundOf, type GridPlace, placeQuery } from './grid-found.js';
import { placesOf, type ReceptionDay, receptionDaysOf, type TownPlace } from './places.js';
import { type SimilarRequest, similarRequestsOf } from './similar-request.js';
import { type TownInfo, townInfoOf } from './town-info.js';
import { categoriesOf, type CategoryChoice, type VillageChoice, villagesOf } from './town-lists.js';
import { type TrackedRequest, trackedRequestOf } from './tracked-request.js';

/** What the service says when it has stored a request. */
export interface Receipt {
  readonly id: string;
  readonly trackingUrl: string;
}

/** An answer to an ask; withdrawing is the answer `withdraw` under the request's own number. */
export interface ResidentAnswer {
  readonly ask: string;
  readonly option: string;
  readonly note?: string;
}

/** The calls a resident makes. They never throw; words come in the given language. */
export interface ResidentApi {
  town(): Promise<Reply<TownInfo>>;
  villages(): Promise<Reply<VillageChoice[]>>;
  categories(): Promise<Reply<CategoryChoice[]>>;
  findGrid(place: GridPlace): Promise<Reply<GridFound>>;
  /** Open requests like the one about to be reported; `query` says which. */
  similar(query: string, language: Language): Promise<Reply<SimilarRequest[]>>;
  /** The board of a day, or of the last one that was closed. */
  board(date: string | undefined): Promise<Reply<DailyBoard>>;
  places(): Promise<Reply<TownPlace[]>>;
  /** Who receives people where, from today on. */
  receptionDays(): Promise<Reply<ReceptionDay[]>>;
  submit(attempt: Attempt, language: Language): Promise<Reply<Receipt>>;
  track(id: string, key: string, language: Language): Promise<Reply<TrackedRequest>>;
  /** Adds a photo, a small JPEG; the answer names all photos of the request. */
  sendPhoto(id: string, key: string, picture: Blob, language: Language): Promise<Reply<string[]>>;
  answer(id: string, key: string, answer: ResidentAnswer, language: Language): Promise<Reply<true>>;
}

function receiptOf(value: unknown): Receipt | undefined {
  if (!isObject(value)) return undefined;
  const id = textOf(value['id']);
  const trackingUrl = textOf(value['trackingUrl']);
  return id === undefined || trackingUrl === undefined ? undefined : { id, trackingUrl };
}

const photosOf = (value: unknown): string[] | undefined =>
  isObject(value) ? listOf(value['photos'], textOf) : undefined;

/** Where a photo of a request is shown. */
export const photoPath = (id: string, key: string, photo: string): string =>
  requestPath(id, key, `/photos/${encodeURIComponent(photo)}`);

const requestPath = (id: string, key: string, rest = ''): string =>
  `/requests/${encodeURIComponent(id)}${rest}?key=${encodeURIComponent(key)}`;

/** The resident's API over the given `fetch`. */
export function createResidentApi(fetch: Fetch): ResidentApi {
  const call = <T>(
    path: string,
    read: (value: unknown) => T | undefined,
    init: Parameters<typeof callService>[3],
  ): Promise<Reply<T>> => callService(fetch, path, read, init);
  const speaking = (language: Language) => ({ 'Accept-Language': language });
  const posting = (language: Language) => ({ ...speaking(language), 'Content-Type': 'application/json' });
  return {
    villages: () => call('/villages', villagesOf, {}),
    categories: () => call('/categories', categoriesOf, {}),
    town: () => call('/town', townInfoOf, {}),
    findGrid: (place) => call(`/grids/find?${placeQuery(place)}`, gridFoundOf, {}),
    similar: (query, language) =>
      call(`/requests/similar?${query}`, similarRequestsOf, { headers: speaking(language) }),
    board: (date) => call(date === undefined ? '/bulletin' : `/bulletin?date=${date}`, dailyBoardOf, {}),
    places: () => call('/places', placesOf, {}),
    receptionDays: () => call('/reception-days', receptionDaysOf, {}),
    submit: ({ key, body }, language) =>
      call('/requests', receiptOf, {
        method: 'POST',
        headers: { ...posting(language), 'Idempotency-Key': key },
        body,
      }),
    track: (id, key, language) =>
      call(requestPath(id, key), trackedRequestOf, { headers: speaking(language) }),
    sendPhoto: (id, key, picture, language) =>
      call(requestPath(id, key, '/photos'), photosOf, {
        method: 'POST',
        headers: { ...speaking(language), 'Content-Type': 'image/jpeg' },
        body: picture,
        patience: PATIENCE_FOR_PHOTOS,
      }),
    answer: (id, key, answer, language) =>
      call(requestPath(id, key, '/answers'), () => true as const, {
        method: 'POST',
        headers: posting(language),
        body: JSON.stringify(answer),
      }),
  };
}
