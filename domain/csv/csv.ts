/** Spreadsheets take a file for UTF-8 only when it begins so. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What spreadsheets begin a formula with; a tab and a line end hide one behind them. */
const FORMULA = /^[=+\-@\t\r\n]/;

/**
 * A table as a file that spreadsheets open as it is (RFC 4180 in UTF-8). Words of people stay words: what a spreadsheet would run as
 * a formula gets an apostrophe before it, a telephone number's plus sign too.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  const lines = rows.map((row) => row.map(written).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

function written(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
