import type { I18nProviderProps } from '@cloudscape-design/components/i18n';
import { useEffect, useState } from 'react';
import type { Language } from '../../../domain/words/language.js';

type Messages = I18nProviderProps.Messages;

/** The words of the design system's own parts: each language is a file, and a reader loads theirs. */
const LOADED: Readonly<Record<Language, () => Promise<{ readonly default: Messages }>>> = {
  'zh-CN': () => import('@cloudscape-design/components/i18n/messages/all.zh-CN'),
  en: () => import('@cloudscape-design/components/i18n/messages/all.en'),
};

/** In the language chosen last that has loaded; undefined until the first has. Without any the parts are shown bare. */
export function useCloudscapeWords(language: Language): readonly Messages[] | undefined {
  const [words, setWords] = useState<readonly Messages[]>();
  useEffect(() => {
    let isCurrent = true;
    LOADED[language]().then(
      ({ default: messages }) => isCurrent && setWords([messages]),
      () => isCurrent && setWords((before) => before ?? []),
    );
    return () => {
      isCurrent = false;
    };
  }, [language]);
  return words;
}
