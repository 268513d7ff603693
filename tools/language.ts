import type { Language } from '../domain/words/language.js';

/** The language in which a command speaks: the one that it is told, else that of the terminal. An empty LC_ALL says nothing. */
export const languageOf = (
  said?: string,
  { LC_ALL, LANG }: Readonly<Partial<Record<string, string>>> = process.env,
): Language => (/^zh/i.test(said ?? (LC_ALL || LANG || '')) ? 'zh-CN' : 'en');
