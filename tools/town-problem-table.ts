import type { Language } from '../domain/town/language.js';
import type { Problem } from '../towns/problem.js';
import { WORDS } from './town-words.js';

/** Problems as a table of plain text: file, row, field, and the problem last, as wide as it is. */
export function problemTable(problems: readonly Problem[], language: Language): string {
  const { file, row, field, problem } = WORDS[language];
  const lines = [
    [file, row, field, problem],
    ...problems.map((one) => [one.file, String(one.row ?? ''), one.field ?? '', one.message[language]]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => width(line[column] ?? ''))));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(cell))))
        .join('  '),
    )
    .join('\n');
}

/** Terminals show a Chinese character two columns wide. */
const width = (text: string): number => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
