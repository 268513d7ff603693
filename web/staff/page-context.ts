import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../domain/town/language.js';
import type { Messages } from './messages.js';
import type { StaffApi } from './staff-api.js';

/** What every part of the page can use. */
export interface PageContext {
  readonly language: Language;
  readonly messages: Messages;
  readonly api: StaffApi;
  /** Epoch milliseconds. */
  readonly now: () => number;
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
