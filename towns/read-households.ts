import { type Household, householdSchema } from '../domain/town/schema.js';
import { type EntryTable, readEntries, wholeNumber } from './csv-entries.js';
import type { ImportReport } from './import-report.js';
import type { TownFiles } from './town-files.js';

const HOUSEHOLDS: EntryTable<Household> = {
  file: 'households.csv',
  columns: ['grid', 'number', 'village', 'group', 'class'],
  optional: ['people'],
  schema: householdSchema,
  entry: (cells) => ({
    grid: wholeNumber(cells['grid']),
    number: wholeNumber(cells['number']),
    village: cells['village'],
    group: wholeNumber(cells['group']),
    class: cells['class'],
    people: wholeNumber(cells['people']),
  }),
};

/** Reads households.csv; it may hold no rows. */
export const readHouseholds = (files: TownFiles, report: ImportReport): Household[] =>
  readEntries(files, HOUSEHOLDS, report).read.map(({ value, locate }, index) => {
    report.remember(['households', index], locate);
    return value;
  });
