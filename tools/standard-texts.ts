import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bilingual } from '../domain/town/language.js';
import { folderFiles } from '../towns/folder-files.js';
import { ImportReport } from '../towns/import-report.js';
import { readTexts } from '../towns/read-texts.js';
import { asProgram } from './as-program.js';

const ROOT = join(import.meta.dirname, '..');
const FILE = 'domain/texts/standard-texts.ts';

type Texts = Readonly<Record<string, Bilingual>>;

/** The words of every text as the sample town has them. */
export function standardTexts(): Texts {
  const report = new ImportReport();
  const texts = readTexts(folderFiles(join(ROOT, 'towns/sanhehu')), report);
  if (!texts || report.problems.length > 0) throw new Error('the texts of towns/sanhehu cannot be read');
  return texts;
}

const page = (texts: Texts): string => `import type { Bilingual } from '../town/language.js';
import type { TextKey } from './text-keys.js';

/**
 * What is said where a town that was stored by an earlier version has no words of its own for a text, or words that name what the text names no
 * more. Made of the sample town's texts by \`npm run texts\`.
 */
export const STANDARD_TEXTS: Readonly<Record<TextKey, Bilingual>> = ${JSON.stringify(texts, null, 2)};
`;

asProgram(import.meta.url, () => writeFile(join(ROOT, FILE), page(standardTexts())));
