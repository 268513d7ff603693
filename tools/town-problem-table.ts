import type { Language } from '../domain/words/language.js';
import type { Problem } from '../towns/problem.js';
import { alignColumns } from './align-columns.js';
import { WORDS } from './town-words.js';

/** Problems as a table of plain text: file, row, field, and the problem last, as wide as it is. */
export function problemTable(problems: readonly Problem[], language: Language): string {
  const { file, row, field, problem } = WORDS[language];
  return alignColumns([
    [file, row, field, problem],
    ...problems.map((one) => [one.file, String(one.row ?? ''), one.field ?? '', one.message[language]]),
  ]);
}
