import type { Language } from './language.js';

/** How Intl writes for readers of a language: English days and sums as in Ireland and Britain. */
export const localeOf = (language: Language): string => (language === 'en' ? 'en-GB' : language);
