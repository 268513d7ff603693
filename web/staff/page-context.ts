import type { Language } from '../../domain/words/language.js';
import type { Keep } from '../keep.js';
import { pageContext } from '../page-context.js';
import type { Messages } from './messages.js';
import type { Outbox } from './outbox.js';
import type { StaffApi } from './staff-api.js';

/** The context that every part of the page can use. */
export interface PageContext {
  readonly language: Language;
  readonly messages: Messages;
  readonly api: StaffApi;
  /** Everything that is written goes through it. */
  readonly outbox: Outbox;
  readonly keep: Keep;
  /** The town's, by which all times are said; undefined until it is known. */
  readonly timeZone: string | undefined;
  /** Learns it from what was opened. */
  readonly onTimeZone: (timeZone: string) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Opens another page of the staff, at its address. */
  readonly go: (address: string) => void;
  /** Whether another page was open before: then the heading of this one has to be read out. */
  readonly hasMoved: boolean;
}

/** Hands the page's surroundings to everything below; `usePage` gives them there. */
export const { PageProvider, usePage } = pageContext<PageContext>();
