import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { isHeldOut } from '../domain/reading/example.js';
import { examplesOf } from '../domain/reading/examples-of.js';
import { type Measured, measure, type Share } from '../domain/reading/measure.js';
import { type Reading, readWords } from '../domain/reading/read-words.js';
import type { Town } from '../domain/town/schema.js';
import { folderFiles } from '../towns/folder-files.js';
import { ImportReport } from '../towns/import-report.js';
import { readExamples } from '../towns/read-examples.js';
import { bring, SAMPLE_TOWNS } from '../towns/learnt-models.js';
import { readTown } from '../towns/read-town.js';
import { alignColumns } from './align-columns.js';
import { languageOf } from './language.js';
import { asProgram } from './as-program.js';
import { sampleTown } from './sample-towns.js';
import { type ReadingWords, WORDS } from './reading-words.js';

const OPTIONS = {
  text: { type: 'string' },
  measure: { type: 'boolean' },
  misread: { type: 'boolean' },
  learn: { type: 'boolean' },
  town: { type: 'string', default: 'towns/sanhehu' },
  file: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Explains one reading, or measures a town's with texts that it never learnt from. */
export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: OPTIONS });
  const words = WORDS[languageOf(values.lang)];
  const { text, measure: measures, town: dir } = values;
  if (values.learn) {
    learnSampleTowns();
    return;
  }
  if (values.help || (text === undefined && !measures)) {
    console.log(words.usage);
    return;
  }
  const read = readTown(dir);
  if (!read.ok) throw new Error(words.broken(dir));
  if (text !== undefined) console.log(explain(read.town, readWords(read.town, text), words));
  if (measures) printMeasured(read.town, values.file, values.misread ?? false, words);
}

/** Learns what the sample towns bring with them, after their texts or the manner of learning have changed. */
function learnSampleTowns(): void {
  const root = join(import.meta.dirname, '..');
  for (const name of SAMPLE_TOWNS) bring(name, sampleTown(root, name).model);
}

/** A reading as lines: what, how sure, and by which words. */
export function explain(town: Town, reading: Reading, words: ReadingWords): string {
  const { kind, danger, category, place } = reading;
  const sure = (confidence: number): string => `${Math.round(confidence * 100)} %`;
  const best = category.best.map(({ label, probability }) => `${label} ${sure(probability)}`).join(', ');
  const villages =
    place.village ?? (place.candidates.length > 0 ? words.between + place.candidates.join(', ') : words.none);
  const where = [villages, place.group, place.grid === undefined ? undefined : `grid ${place.grid}`];
  const level = danger.level === 'possible' ? words.possible : '';
  return alignColumns([
    [
      words.danger,
      `${danger.kind ?? words.none}${level}`,
      sure(danger.confidence),
      words.because(danger.evidence),
    ],
    [
      words.category,
      `${category.id}${category.sure ? '' : words.unsure}`,
      best,
      words.because(category.evidence),
    ],
    [
      words.place,
      where.filter((one) => one !== undefined).join(' '),
      sure(place.confidence),
      words.because(place.evidence),
    ],
    [words.kind, kind.is, sure(kind.confidence), words.because(kind.evidence)],
  ]);
}

function printMeasured(town: Town, file: string | undefined, misread: boolean, words: ReadingWords): void {
  const examples =
    file === undefined ? examplesOf(town).filter(({ words: text }) => isHeldOut(text)) : examplesIn(file);
  const started = performance.now();
  const measured = measure(town, examples);
  const each = (performance.now() - started) / Math.max(1, examples.length);
  console.log(words.measured(measured.texts));
  console.log(alignColumns(figures(measured, words)));
  console.log(words.takes(each));
  console.log(`\n${words.confusion}\n${confusion(measured)}`);
  if (!misread) return;
  console.log(`\n${words.misread}`);
  for (const { what, right, read, words: text } of measured.misread)
    console.log(`${what}: ${right || '-'} -> ${read || '-'}: ${text}`);
}

/** Another file of examples, in the shape of `examples.csv`. */
function examplesIn(file: string) {
  const folder = folderFiles(dirname(file));
  const named = { names: () => ['examples.csv'], read: () => folder.read(basename(file)) };
  const report = new ImportReport();
  const examples = readExamples(named, report);
  const [problem] = report.problems;
  if (problem)
    throw new Error(`${file}: row ${problem.row ?? ''} ${problem.field ?? ''} ${problem.message.en}`);
  return examples;
}

const percent = ({ right, of }: Share): string =>
  of === 0 ? '-' : `${((100 * right) / of).toFixed(1)} %  (${right}/${of})`;

function figures(measured: Measured, { figures: names }: ReadingWords): string[][] {
  const byLanguage = (
    ['category', 'dangers', 'dangersNoticed', 'falseAlarms', 'falseNotices'] as const
  ).flatMap((name) =>
    Object.entries(measured[name]).map(([language, share]) => [
      `${names[name]}, ${language}`,
      percent(share),
    ]),
  );
  const whole = (
    [
      'dangerKinds',
      'villages',
      'groups',
      'placesInvented',
      'leftAlone',
      'mattersLost',
      'complaints',
      'falseComplaints',
    ] as const
  ).map((name) => [names[name], percent(measured[name])]);
  return [...byLanguage, ...whole];
}

function confusion({ confusion: table }: Measured): string {
  const ids = [
    ...new Set([...Object.keys(table), ...Object.values(table).flatMap((row) => Object.keys(row))]),
  ].sort();
  const short = (id: string): string => id.slice(0, 8);
  const rows = ids.map((right) => [right, ...ids.map((read) => String(table[right]?.[read] ?? '.'))]);
  return alignColumns([['', ...ids.map(short)], ...rows]);
}

asProgram(import.meta.url, () => main(process.argv.slice(2)));
