import type { Messages } from '../../contracts/resident/messages.js';
import type { Language } from '../../domain/words/language.js';

/** A language, and every word of the pages in it. */
export interface Spoken {
  readonly language: Language;
  readonly messages: Messages;
}

const FILES: Readonly<Record<Language, () => Promise<Messages>>> = {
  'zh-CN': async () => (await import('../../contracts/resident/messages.zh.js')).zh,
  en: async () => (await import('../../contracts/resident/messages.en.js')).en,
};

/** The words of one language are loaded, not of both: a tenth of a first visit. */
export const loadWords = async (language: Language): Promise<Spoken> => ({
  language,
  messages: await FILES[language](),
});
