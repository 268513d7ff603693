import { useState } from 'preact/hooks';
import type { Language } from '../domain/words/language.js';
import type { Keep } from './keep.js';
import { chooseLanguage } from '../contracts/pages/language.js';

/** The page's language, and choosing another, which is kept for the next visit. */
export function useLanguage(keep: Keep): [Language, (language: Language) => void] {
  const [language, setLanguage] = useState(() =>
    chooseLanguage({
      search: location.search,
      stored: keep.read('language'),
      preferred: navigator.languages,
    }),
  );
  return [
    language,
    (chosen) => {
      keep.write('language', chosen);
      setLanguage(chosen);
    },
  ];
}
