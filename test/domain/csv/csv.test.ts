import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { csvText } from '../../../domain/csv/csv.js';
import { cleanWords } from '../../../domain/words/clean-words.js';

describe('a table for spreadsheets', () => {
  it('reads back as it was written, but for what a spreadsheet would run', () => {
    const cell = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, fc.integer()), { minLength: 1 }), (rows) => {
        const read: string[][] = parse(csvText(rows), { bom: true });
        const untamed = (text: string) =>
          text.replaceAll(/(^|[;\t\n])'(?=\s*[=+\-@＝＋－＠])/g, '$1').replace(/^'(?=[\t\n])/, '');
        expect(read.map((row) => row.map(untamed))).toEqual(
          rows.map((row) => row.map((text) => untamed(cleanWords(String(text))))),
        );
      }),
    );
  });

  it('shows nothing that cannot be seen, and turns no line round', () => {
    expect(csvText([[`a${String.fromCharCode(0x202e, 0, 0x200b)}b`]])).toBe('\uFEFFab\r\n');
  });

  it.each(
    [
      ['=1+1', '+8619911110001', '-2+3', '@SUM(A1)'],
      ['＝1+1', '＋1', '－2', '＠SUM(A1)'],
      ['\t=1', '\r=1', '\n=1', '\t', '\n'],
      ['  =1', ' \t ＝1', '\u3000=1', '\u00a0@x'],
    ].flat(),
  )('keeps %j from being a formula', (text) => {
    expect(csvText([[text]])).toMatch(/^\uFEFF"?\s*'/);
  });

  it.each([
    [';=1+1', ";'=1+1"],
    ['lamp; =1+1', "lamp;' =1+1"],
    ['lamp\t＝1', "lamp\t'＝1"],
    ['lamp\n=1', '"lamp\n\'=1"'],
    ['lamp\r=1', '"lamp\n\'=1"'],
    [';;@x', ";;'@x"],
  ])('and %j, where a spreadsheet parts a line there', (text, written) => {
    expect(csvText([[text]])).toBe(`\uFEFF${written}\r\n`);
  });

  it.each(['灯坏了；=没修', 'a = b', '3-4', 'x@example.org', "it's; fine"])('leaves %j as it is', (text) => {
    expect(csvText([[text]])).toBe(`\uFEFF${text}\r\n`);
  });

  it('leaves numbers as numbers', () => {
    expect(csvText([[-1, 2]])).toBe('\uFEFF-1,2\r\n');
  });
});
