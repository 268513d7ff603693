import type { Language } from '../../domain/words/language.js';

/** The languages of the pages, each with the name its own readers know it by. */
export const LANGUAGES: readonly { readonly language: Language; readonly name: string }[] = [
  { language: 'zh-CN', name: '中文' },
  { language: 'en', name: 'English' },
];

export interface LanguageWishes {
  /** The query of the address; `?lang=` is what somebody asked for just now. */
  readonly search: string;
  /** The choice of an earlier visit. */
  readonly stored: string | null;
  /** The browser's languages, the dearest first. */
  readonly preferred: readonly string[];
}

const languageOf = (tag: string | null | undefined): Language | undefined => {
  const primary = tag?.toLowerCase().split('-')[0];
  if (primary === 'zh') return 'zh-CN';
  return primary === 'en' ? 'en' : undefined;
};

/** The language a page opens in: the address decides, then the earlier choice, then the browser, then Chinese. */
export function chooseLanguage({ search, stored, preferred }: LanguageWishes): Language {
  const asked = languageOf(new URLSearchParams(search).get('lang')) ?? languageOf(stored);
  return asked ?? preferred.map(languageOf).find((language) => language !== undefined) ?? 'zh-CN';
}
