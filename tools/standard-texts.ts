import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { TEXT_KEYS } from '../domain/texts/text-keys.js';
import { type Bilingual, languageSchema } from '../domain/words/language.js';
import { folderFiles } from '../towns/folder-files.js';
import { ImportReport } from '../towns/import-report.js';
import { readTexts } from '../towns/read-texts.js';
import { asProgram } from './as-program.js';

const ROOT = join(import.meta.dirname, '..');
const FILE = 'adapters/packed-texts.ts';

const KEYS = Object.keys(TEXT_KEYS);

type Texts = Readonly<Record<string, Bilingual>>;

/** The words of every text as the sample town has them. */
export function standardTexts(): Texts {
  const report = new ImportReport();
  const texts = readTexts(folderFiles(join(ROOT, 'towns/sanhehu')), report);
  if (!texts || report.problems.length > 0) throw new Error('the texts of towns/sanhehu cannot be read');
  return texts;
}

/** Lines of the packed words, short enough to be looked at. */
const LINE = 100;

const page = (texts: Texts): string => {
  const words = languageSchema.options.map((language) => KEYS.map((key) => texts[key]?.[language] ?? ''));
  const packed = brotliCompressSync(JSON.stringify(words)).toString('base64');
  const lines = packed.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return `/** The sample town's texts, packed: of each language one after the other, in the order of their keys; made by \`npm run texts\`. */
export const PACKED_TEXTS =
${lines.map((line) => `  '${line}'`).join(' +\n')};
`;
};

asProgram(import.meta.url, () => writeFile(join(ROOT, FILE), page(standardTexts())));
