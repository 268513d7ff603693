import { isNamingColumn } from '../../../domain/csv/naming-column.js';

/** A cell of a workbook; undefined: it is empty. */
export type TypedCell = string | number | Date | undefined;

/** Nine digits at most, none lost, and no zero before them that means something. */
const NUMBER = /^-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const isDay = (cell: string): boolean => DAY.test(cell) && !Number.isNaN(Date.parse(cell));

/** Rows of text with each column as what all of it is: numbers, days, else text. */
export function columnsOf(header: readonly string[], rows: readonly (readonly string[])[]): TypedCell[][] {
  const types = header.map((name, column) => {
    const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell !== '');
    if (cells.length === 0) return 'text';
    if (cells.every(isDay)) return 'day';
    return !isNamingColumn(name) && cells.every((cell) => NUMBER.test(cell)) ? 'number' : 'text';
  });
  return rows.map((row) =>
    row.map((cell, column) => {
      if (cell === '') return undefined;
      if (types[column] === 'day') return new Date(`${cell}T00:00:00Z`);
      return types[column] === 'number' ? Number(cell) : cell;
    }),
  );
}
