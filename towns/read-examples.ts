import { type Example, exampleSchema } from '../domain/reading/example.js';
import { type EntryTable, readEntries, wholeNumber } from './csv-entries.js';
import type { ImportReport } from './import-report.js';
import type { TownFiles } from './town-files.js';

/** An empty cell says nothing. */
const given = <Value>(cell: Value): Value | undefined => (cell === '' ? undefined : cell);

/** How the file marks a matter that is a complaint about the town's own staff. */
const COMPLAINT = 'complaint';

const EXAMPLES: EntryTable<Example> = {
  file: 'examples.csv',
  columns: ['kind', 'category', 'danger', 'village', 'group', 'grid', 'words'],
  schema: exampleSchema,
  entry: (cells) => ({
    words: cells['words'],
    kind: cells['kind'] === COMPLAINT ? 'matter' : cells['kind'],
    complaint: cells['kind'] === COMPLAINT || undefined,
    category: given(cells['category']),
    danger: given(cells['danger']),
    villages: (cells['village'] ?? '').split('|').filter((village) => village !== ''),
    group: given(wholeNumber(cells['group'])),
    grid: given(wholeNumber(cells['grid'])),
  }),
  renamed: { villages: 'village' },
};

/** Reads examples.csv, from which a town's reading learns; a town may have none, not even the file. */
export const readExamples = (files: TownFiles, report: ImportReport): Example[] =>
  files.names().includes(EXAMPLES.file)
    ? readEntries(files, EXAMPLES, report).read.map(({ value, locate }, index) => {
        report.remember(['examples', index], locate);
        return value;
      })
    : [];

/** The cells of examples, as `examples.csv` holds them. */
export const exampleCells = (
  examples: readonly Example[],
): { header: readonly string[]; rows: string[][] } => ({
  header: EXAMPLES.columns,
  rows: examples.map(({ kind, category, danger, complaint, villages, group, grid, words }) => [
    complaint ? COMPLAINT : kind,
    category ?? '',
    danger ?? '',
    villages.join('|'),
    String(group ?? ''),
    String(grid ?? ''),
    words,
  ]),
});
