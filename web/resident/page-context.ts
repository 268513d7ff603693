import type { Language } from '../../domain/words/language.js';
import type { townRoute } from '../../contracts/resident/town.js';
import type { AnswerOf } from '../../contracts/route.js';
import type { CallRoute } from '../call-route.js';
import type { Keep } from '../keep.js';
import { pageContext } from '../page-context.js';
import type { Messages } from '../../contracts/resident/messages.js';
import type { PendingPhotos } from './pending-photos.js';

/** The context that every part of the page can use. */
export interface PageContext {
  readonly language: Language;
  readonly messages: Messages;
  readonly call: CallRoute;
  readonly keep: Keep;
  /** Photos that are not sent yet. */
  readonly photos: PendingPhotos;
  /** Undefined until it is known. */
  readonly town: AnswerOf<typeof townRoute> | undefined;
  /** The town's, by which all times are said; undefined until it is known. */
  readonly timeZone: string | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Shows another page of the app under its own address. */
  readonly go: (address: string) => void;
}

/** Hands the page's surroundings to everything below; `usePage` gives them there. */
export const { PageProvider, usePage } = pageContext<PageContext>();
