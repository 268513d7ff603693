import type { Language } from '../../domain/words/language.js';
import { localeOf } from '../../domain/words/locale-of.js';

/** Words joined as the language joins them: "a, b and c" or "a, b or c". */
export const joined = (
  words: readonly string[],
  language: Language,
  type: 'conjunction' | 'disjunction',
): string => new Intl.ListFormat(localeOf(language), { type }).format(words);
