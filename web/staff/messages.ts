import type { Language } from '../../domain/words/language.js';
import { en } from './messages.en.js';
import { zh } from './messages.zh.js';

/** Every word of the staff's pages. A language that lacks one does not compile. */
export type Messages = typeof en;

/** The words of the staff's pages in each language. */
export const MESSAGES: Readonly<Record<Language, Messages>> = { 'zh-CN': zh, en };
