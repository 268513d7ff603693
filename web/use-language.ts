import { useState } from 'preact/hooks';
import type { Language } from '../domain/words/language.js';
import type { Keep } from './keep.js';
import { chooseLanguage } from '../contracts/pages/language.js';

/** The language of this visit: as its address says, as it was chosen before, or as the browser prefers. */
export const languageNow = (keep: Keep): Language =>
  chooseLanguage({
    search: location.search,
    stored: keep.read('language'),
    preferred: navigator.languages,
  });

/** The page's language, and choosing another, which is kept for the next visit. */
export function useLanguage(keep: Keep): [Language, (language: Language) => void] {
  const [language, setLanguage] = useState(() => languageNow(keep));
  return [
    language,
    (chosen) => {
      keep.write('language', chosen);
      setLanguage(chosen);
    },
  ];
}
