import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { ImportReport } from './import-report.js';
import { readText } from './read-file.js';
import type { TownFiles } from './town-files.js';

/** One row of a CSV file: its line, and its cells by column, empty ones left out. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

const recordsSchema = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
);
interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads a CSV file: a header with these columns in any order, one entry a row; lines that begin with # and empty lines
 * are passed over. Columns that are `optional` may be missing. Undefined, with problems, when no row can be understood.
 */
export function readCsv(
  files: TownFiles,
  file: string,
  columns: readonly string[],
  report: ImportReport,
  optional: readonly string[] = [],
): Row[] | undefined {
  const text = readText(files, file, report);
  const lines = text === undefined ? undefined : parseLines(text, file, report);
  if (!lines) return undefined;
  const [header, ...rest] = lines;
  if (!header || !checkHeader(header, file, { columns, optional }, report)) {
    if (!header)
      report.add(
        { file },
        {
          'zh-CN': `文件为空，首行应为 ${columns.join(',')}`,
          en: `is empty; begin with the header ${columns.join(',')}`,
        },
      );
    return undefined;
  }
  return rest.flatMap((line) => toRow(line, header.cells, file, report));
}

function parseLines(text: string, file: string, report: ImportReport): Line[] | undefined {
  try {
    const parsed: unknown = parse(text, {
      comment: '#',
      comment_no_infix: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
    return recordsSchema
      .parse(parsed)
      .map(({ record, info }) => ({ line: firstLine(record, info.lines), cells: record }))
      .filter(({ cells }) => !cells[0]?.startsWith('#') && cells.some((cell) => cell !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = typeof error['lines'] === 'number' ? error['lines'] : 1;
    report.add(
      { file, row },
      { 'zh-CN': '引号未闭合或未成对', en: 'has a quotation mark that is not closed or not doubled' },
    );
    return undefined;
  }
}

/** csv-parse counts the line on which a record ends; quoted cells may hold line ends. */
const firstLine = (cells: readonly string[], lastLine: number): number =>
  lastLine - cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);

function checkHeader(
  header: Line,
  file: string,
  { columns, optional }: { columns: readonly string[]; optional: readonly string[] },
  report: ImportReport,
): boolean {
  const known = [...columns, ...optional];
  const row = header.line;
  const missing = columns.filter((column) => !header.cells.includes(column));
  for (const column of missing) {
    report.add(
      { file, row, field: column },
      { 'zh-CN': '缺少此列，请补充', en: 'this column is missing; add it' },
    );
  }
  for (const [index, column] of header.cells.entries()) {
    if (header.cells.indexOf(column) < index)
      report.add({ file, row, field: column }, { 'zh-CN': '此列重复', en: 'this column is there twice' });
    else if (!known.includes(column)) {
      report.add(
        { file, row, field: column },
        {
          'zh-CN': `未知的列，可用的列：${known.join('、')}`,
          en: `is no known column; there are ${known.join(', ')}`,
        },
      );
    }
  }
  return missing.length === 0;
}

function toRow({ line, cells }: Line, header: readonly string[], file: string, report: ImportReport): Row[] {
  const extra = cells.slice(header.length).some((cell) => cell !== '');
  if (extra) {
    report.add(
      { file, row: line },
      {
        'zh-CN': `有 ${cells.length} 个单元格，而列数是 ${header.length}；含逗号的内容请加引号`,
        en: `has ${cells.length} cells for ${header.length} columns; put a cell with a comma into quotation marks`,
      },
    );
  }
  const filled = header
    .map((column, index) => [column, cells[index] ?? ''] as const)
    .filter(([, cell]) => cell !== '');
  return [{ line, cells: Object.fromEntries(filled) }];
}
