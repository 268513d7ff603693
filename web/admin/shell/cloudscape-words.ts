import en from '@cloudscape-design/components/i18n/messages/all.en';
import zh from '@cloudscape-design/components/i18n/messages/all.zh-CN';
import type { Language } from '../../../domain/words/language.js';

/** The words of the design system's own parts. */
export const CLOUDSCAPE_WORDS: Readonly<Record<Language, typeof en>> = { 'zh-CN': zh, en };
