import type { Language } from '../../domain/words/language.js';
import { pageContext } from '../page-context.js';
import type { Directory } from './directory.js';
import type { LocalApi } from './local-api.js';
import type { Messages } from './messages.js';

/** The context that every part of the page can use. */
export interface PageContext {
  readonly language: Language;
  readonly messages: Messages;
  readonly api: LocalApi;
  readonly directory: Directory;
}

/** Hands the page's surroundings to everything below; `usePage` gives them there. */
export const { PageProvider, usePage } = pageContext<PageContext>();
