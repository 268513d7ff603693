/** A number sign would begin a comment. */
function cell(value: string | number): string {
  const text = String(value);
  return /[",\r\n#]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row of a table that is read again by us: nothing is put before what looks like a formula. */
export const plainCsvRow = (cells: readonly (string | number)[]): string => `${cells.map(cell).join(',')}\n`;
