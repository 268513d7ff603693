import { plainCsvRow } from '../../../domain/csv/plain-csv.js';

/** A cell as it was read: a number as the workbook writes it. */
export type ReadCell = string | boolean | Date | { readonly raw: string } | null;

export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly ReadCell[])[];
}

/** A number that cannot be what somebody typed: a spreadsheet keeps 15 digits of it. */
export interface LostDigits {
  readonly sheet: string;
  /** From 1, as spreadsheets count. */
  readonly row: number;
  readonly column: string;
}

/** A table of a workbook as a file of the town, and where its lines stand in the workbook. */
export interface SheetFile {
  readonly file: string;
  readonly text: string;
  readonly sheet: string;
  /** The row of the sheet that a line of the file comes from. */
  readonly rowOf: (line: number) => number;
  readonly lost: readonly LostDigits[];
}

const MOST_DIGITS = 15;

/** The text of a cell; undefined where digits of it are lost. */
function textOf(cell: ReadCell | undefined): string | undefined {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return String(cell);
  if (cell instanceof Date) return dayOf(cell);
  const number = Number(cell.raw);
  const isExact = Math.abs(number) < 10 ** MOST_DIGITS;
  return isExact ? String(number) : undefined;
}

/** Workbooks know neither zones nor days: a day is its midnight. */
function dayOf(moment: Date): string {
  const [day = '', time = ''] = moment.toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
}

/** The file that a sheet stands for: named after the sheet, or after the workbook where that has one sheet alone. */
function fileName({ name }: Sheet, workbook: string, isAlone: boolean, known: readonly string[]): string {
  const own = `${name
    .trim()
    .toLowerCase()
    .replace(/\.csv$/, '')}.csv`;
  const after = `${workbook.toLowerCase().replace(/\.xlsx$/, '')}.csv`;
  return !known.includes(own) && isAlone && known.includes(after) ? after : own;
}

/** The tables of a workbook as files of a town; empty sheets are none. */
export function sheetFiles(
  workbook: string,
  sheets: readonly Sheet[],
  known: readonly string[],
): SheetFile[] {
  const filled = sheets.filter(({ rows }) => rows.some((row) => row.some((cell) => cell !== null)));
  return filled.map((sheet) => ({
    file: fileName(sheet, workbook, filled.length === 1, known),
    sheet: sheet.name,
    ...asCsv(sheet),
  }));
}

function asCsv({ name, rows }: Sheet): Pick<SheetFile, 'text' | 'rowOf' | 'lost'> {
  const header = rows.find((row) => row.some((cell) => cell !== null)) ?? [];
  const lost: LostDigits[] = [];
  /** For each line of the text, the row it comes from: words of a cell may run over several. */
  const origins: number[] = [];
  const lines = rows.map((row, place) => {
    const cells = row.map((cell, column) => {
      const text = textOf(cell);
      if (text === undefined)
        lost.push({ sheet: name, row: place + 1, column: textOf(header[column]) || String(column + 1) });
      return text ?? '';
    });
    const line = plainCsvRow(cells);
    for (let n = 1; n < line.split('\n').length; n += 1) origins.push(place + 1);
    return line;
  });
  return { text: lines.join(''), lost, rowOf: (line) => origins[line - 1] ?? line };
}
