import { cleanWords } from '../words/clean-words.js';

/** Spreadsheets take a file for UTF-8 only when it begins so. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Where spreadsheets begin a formula: with such a sign, in half or full width and behind any space, at the beginning of
 * a cell and where a spreadsheet of another country parts a line.
 */
const FORMULA = /(?<=^|[;\t\n])(?=[^\S\t\n]*[=+\-@＝＋－＠])/g;
/** A tab and a line end hide one behind them. */
const HIDES_ONE = /^(?=[\t\n])/;

/**
 * A table as a file that spreadsheets open as it is (RFC 4180 in UTF-8). Words of people stay words: what a spreadsheet
 * would run as a formula gets an apostrophe before it, a telephone number's plus sign too.
 */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  const lines = rows.map((row) => row.map(written).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
}

const tamed = (cell: string): string => cell.replaceAll(FORMULA, "'").replace(HIDES_ONE, "'");

function written(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = tamed(cleanWords(cell));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
