import type { Language } from '../domain/words/language.js';

/** The language of a command: the one that it is told, else the terminal's. An empty LC_ALL says nothing. */
export const languageOf = (
  said?: string,
  { LC_ALL, LANG }: Readonly<Partial<Record<string, string>>> = process.env,
): Language => (/^zh/i.test(said ?? (LC_ALL || LANG || '')) ? 'zh-CN' : 'en');

/** The language that is said in a call, which need not be readable otherwise. */
export const langIn = (args: readonly string[]): string | undefined =>
  args.flatMap((arg, at) =>
    arg === '--lang' ? (args[at + 1] ?? []) : arg.startsWith('--lang=') ? arg.slice(7) : [],
  )[0];
