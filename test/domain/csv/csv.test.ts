import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { csvText } from '../../../domain/csv/csv.js';

describe('a table for spreadsheets', () => {
  it('reads back as it was written, but for what a spreadsheet would run', () => {
    const cell = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, fc.integer()), { minLength: 1 }), (rows) => {
        const read: string[][] = parse(csvText(rows), { bom: true });
        const tame = (text: string | number) =>
          typeof text === 'string' && /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : String(text);
        expect(read).toEqual(rows.map((row) => row.map(tame)));
      }),
    );
  });

  it.each(['=1+1', '+8619911110001', '-2+3', '@SUM(A1)', '\t=1', '\r=1'])(
    'keeps %j from being a formula',
    (text) => {
      expect(csvText([[text]])).toMatch(/^\uFEFF"?'/);
    },
  );

  it('leaves numbers as numbers', () => {
    expect(csvText([[-1, 2]])).toBe('\uFEFF-1,2\r\n');
  });
});
