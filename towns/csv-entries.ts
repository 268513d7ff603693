import type * as z from 'zod';
import type { ReferredSection } from '../domain/town-checks/known-ids.js';
import { type Row, readCsv } from './csv-table.js';
import type { ImportReport, Locate } from './import-report.js';
import { fit } from './yaml-file.js';
import type { TownFiles } from './town-files.js';

/** How the rows of a CSV file become entries of the town. */
export interface EntryTable<T> {
  readonly file: string;
  readonly columns: readonly string[];
  /** Columns that may be missing. */
  readonly optional?: readonly string[];
  readonly schema: z.ZodType<T>;
  /** The entry as the schema wants it, from the cells of a row. */
  readonly entry: (cells: Row['cells']) => unknown;
  /** Columns that are called otherwise in the town: field -> column. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** The section that others refer to by this table's first column; such a table needs a row. */
  readonly section?: ReferredSection;
}

/** An entry that fits its schema, and where it stands. */
export interface Entry<T> {
  readonly value: T;
  readonly locate: Locate;
}

export interface Entries<T> {
  readonly read: readonly Entry<T>[];
  /** Every key in the first column, also of rows that could not be read; undefined when the whole file could not. */
  readonly keys: ReadonlySet<string> | undefined;
}

/** Reads a table; a row that does not fit is left out, with its problems, and its key noted as unread. */
export function readEntries<T>(files: TownFiles, table: EntryTable<T>, report: ImportReport): Entries<T> {
  const rows = readCsv(files, table.file, table.columns, report, table.optional);
  if (rows?.length === 0 && table.section) {
    report.add(
      { file: table.file },
      { 'zh-CN': '没有数据行，请至少补充一行', en: 'has no rows; add at least one' },
    );
  }
  if (!rows || (rows.length === 0 && table.section)) {
    if (table.section) report.missed(table.section);
    return { read: [], keys: undefined };
  }
  const [keyColumn = ''] = table.columns;
  const read = rows.flatMap((row): Entry<T>[] => {
    const locate = inRow(table.file, row, table.renamed ?? {});
    const value = fit(table.schema, table.entry(row.cells), locate, report);
    const key = row.cells[keyColumn];
    if (value === undefined && table.section && key !== undefined) report.missed(table.section, keyOf(key));
    return value === undefined ? [] : [{ value, locate }];
  });
  return { read, keys: new Set(rows.flatMap((row) => keyOf(row.cells[keyColumn] ?? '') || [])) };
}

/** A whole number where the cell is one; anything else stays text, for the schema to refuse. */
export const wholeNumber = (cell: string | undefined): number | string | undefined =>
  cell !== undefined && /^\d{1,9}$/.test(cell) ? Number(cell) : cell;

/** Keys are compared as they are read: grid 07 is grid 7. */
const keyOf = (cell: string): string => String(wholeNumber(cell));

/** The name in both languages, from the columns `name_zh` and `name_en`. */
export const namesIn = (cells: Row['cells']): unknown => ({
  'zh-CN': cells['name_zh'],
  en: cells['name_en'],
});

const inRow =
  (file: string, { line }: Row, renamed: Readonly<Record<string, string>>): Locate =>
  ([first, second]) => {
    if (first === undefined) return { file, row: line };
    const column =
      first === 'name' && second !== undefined ? (second === 'en' ? 'name_en' : 'name_zh') : String(first);
    return { file, row: line, field: renamed[column] ?? column };
  };
