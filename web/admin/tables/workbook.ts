import readXlsxFile from 'read-excel-file/universal';
import writeXlsxFile from 'write-excel-file/universal';
import { parse } from 'csv-parse/sync';
import { columnsOf, type TypedCell } from './typed-cells.js';
import type { ReadCell, Sheet } from './sheet-files.js';

/** Takes a workbook apart and puts one together; loaded where somebody does so. */

/** The sheets of a workbook. Formulas are not computed: cells have their stored values. Rejects anything else. */
export async function readWorkbook(file: Blob): Promise<Sheet[]> {
  const sheets = await readXlsxFile(await file.arrayBuffer(), {
    // As it is written: a number of the language would lose digits.
    parseNumber: (raw: string) => ({ raw }),
  });
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) => row.map((cell) => cell as ReadCell)),
  }));
}

/** A table as it was written for a file: its first row names the columns. */
export interface NamedTable {
  readonly name: string;
  readonly csv: string;
}

const STYLES = {
  text: (value: string) => ({ value, type: String, format: '@' }),
  number: (value: number) => ({ value, type: Number }),
  date: (value: Date) => ({ value, type: Date, format: 'yyyy-mm-dd' }),
};

function styled(cell: TypedCell) {
  if (cell === undefined) return null;
  if (typeof cell === 'number') return STYLES.number(cell);
  return typeof cell === 'string' ? STYLES.text(cell) : STYLES.date(cell);
}

/** A workbook with a sheet a table: words, codes and telephone numbers as text, never formulas, days as days. */
export function writeWorkbook(tables: readonly NamedTable[]): Promise<Blob> {
  const sheets = tables.map(({ name, csv }) => {
    const [header = [], ...rows] = parse(csv, { bom: true, relax_column_count: true });
    const data = columnsOf(header, rows).map((row) => row.map(styled));
    const head = header.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
    return { sheet: name, data: [head, ...data], stickyRowsCount: 1 };
  });
  return writeXlsxFile(sheets).toBlob();
}
