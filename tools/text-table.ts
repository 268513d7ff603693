import type { DescribedText } from '../domain/texts/describe-texts.js';
import type { Language } from '../domain/words/language.js';
import { alignColumns } from './align-columns.js';
import { WORDS } from './town-words.js';

/** Every text on a line: its size in characters and parts, its signature, its placeholders; problems below. */
export function textTable(texts: readonly DescribedText[], language: Language): string {
  const { texts: words } = WORDS[language];
  const rows = texts.map(({ key, language: of, characters, parts, signature, placeholders }) => [
    key,
    of,
    String(characters),
    String(parts),
    signature.trim() || '-',
    placeholders.map((name) => `{${name}}`).join(' ') || '-',
  ]);
  const [head = '', ...lines] = alignColumns([words.columns, ...rows]).split('\n');
  const withProblems = lines.flatMap((line, i) => [
    line,
    ...(texts[i]?.problems ?? []).map((problem) => `    ${words.wrong}${problem[language]}`),
  ]);
  return [head, ...withProblems].join('\n');
}
