import type { Language } from '../../domain/words/language.js';

/** Words joined as the language joins them: "a, b and c" or "a, b or c". */
export const joined = (
  words: readonly string[],
  language: Language,
  type: 'conjunction' | 'disjunction',
): string => new Intl.ListFormat(language === 'en' ? 'en-GB' : language, { type }).format(words);
