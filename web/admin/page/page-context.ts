import { createContext, useContext } from 'react';
import type { Language } from '../../../domain/words/language.js';
import type { StandingAnswer } from '../../../contracts/console/board.js';
import type { Me } from '../../../contracts/console/session.js';
import type { Permission } from '../../../domain/access/permissions.js';
import type { Keep } from '../../keep.js';
import type { Client } from '../api/client.js';
import type { Notify } from './use-notices.js';

/** The context that every part of the console can use. */
export interface PageContext {
  readonly language: Language;
  readonly client: Client;
  /** Who is signed in, for which town, with which permissions. */
  readonly me: Me;
  /** Whether who is signed in may do it: what they may not is not shown (and not allowed by the API either). */
  readonly may: (permission: Permission) => boolean;
  readonly keep: Keep;
  /** The service's time, epoch milliseconds: a local run may have skipped some. */
  readonly now: () => number;
  /** Shows another page of the console under its own address, e.g. `/requests/R1`. */
  readonly go: (path: string) => void;
  /** How the open requests stand, once that is known; looked at again by itself. */
  readonly standing: StandingAnswer | undefined;
  /** Looks at once, after something was changed. */
  readonly lookAgain: () => void;
  /** Begins to take down a call, above the page. */
  readonly takeCall: () => void;
  /** Tells what became of something, above the page. */
  readonly notify: Notify;
}

const Context = createContext<PageContext | undefined>(undefined);

/** Hands the page's surroundings to everything below. */
export const PageProvider = Context.Provider;

/** The page's surroundings; usable only below a `PageProvider`. */
export function usePage(): PageContext {
  const page = useContext(Context);
  if (!page) throw new Error('usePage needs a PageProvider above it');
  return page;
}
