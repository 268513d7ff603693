import { csvText } from '../../../domain/csv/csv.js';
import { wrongSheets } from '../../../web/admin/data/sheet-problems.js';
import { TABLE_FILES } from '../../../web/admin/data/town-archive.js';
import { sheetFiles } from '../../../web/admin/tables/sheet-files.js';
import { columnsOf } from '../../../web/admin/tables/typed-cells.js';
import { readWorkbook, writeWorkbook } from '../../../web/admin/tables/workbook.js';
import { TABLES } from '../../../web/admin/tables/words.js';

const STAFF = [
  ['id', 'name', 'phone', 'duty', 'language'],
  ['x-1', '示例甲', '+8619900001999', 'town-cadre', 'zh-CN'],
  ['007', '=HYPERLINK("http://x.invalid")', '370102199001011234', 'leader', 'en'],
];

async function roundTrip(csv: string, name = 'staff') {
  const book = await writeWorkbook([{ name, csv }]);
  return sheetFiles('town.xlsx', await readWorkbook(book), TABLE_FILES);
}

describe('a workbook', () => {
  it('keeps leading zeros, eighteen digits and plus signs, and no cell of it is a formula', async () => {
    const [file] = await roundTrip(
      STAFF.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'),
    );
    expect(file?.file).toBe('staff.csv');
    expect(file?.text.split('\n').slice(0, 3)).toEqual([
      'id,name,phone,duty,language',
      'x-1,示例甲,+8619900001999,town-cadre,zh-CN',
      '007,"=HYPERLINK(""http://x.invalid"")",370102199001011234,leader,en',
    ]);
  });

  it('of an export keeps the apostrophe that tames a formula in it', async () => {
    const [file] = await roundTrip(csvText([['words'], ['=1+1'], ['+8619900001999']]), 'requests');
    expect(file?.text).toBe("words\n'=1+1\n'+8619900001999\n");
  });

  it('has days as days, which are read as they were written', async () => {
    const [file] = await roundTrip('staff,from,to\nx-1,2026-09-01,2026-09-02\n', 'leave');
    expect(file?.text).toBe('staff,from,to\nx-1,2026-09-01,2026-09-02\n');
  });

  it('tells where a line stands in the sheet, though words run over several', () => {
    const rows = [
      ['id', 'name'],
      [null, null],
      ['x', 'two\nlines'],
      ['y', 'z'],
    ];
    const [file] = sheetFiles('b.xlsx', [{ name: 'staff', rows }], TABLE_FILES);
    expect(file?.text).toBe('id,name\n,\nx,"two\nlines"\ny,z\n');
    expect([1, 2, 3, 4, 5].map((line) => file?.rowOf(line))).toEqual([1, 2, 3, 3, 4]);
  });

  it('says of a number that lost digits where it stands, and what to do', () => {
    const rows = [
      ['id', 'phone'],
      ['x', { raw: '8613800000000' }],
      ['y', { raw: '3.7010219900101123E+17' }],
    ];
    const [file] = sheetFiles('b.xlsx', [{ name: 'staff', rows }], TABLE_FILES);
    expect(file?.text).toContain('x,8613800000000\n');
    const chosen = { files: {}, sheets: [{ ...file!, workbook: 'b.xlsx' }] };
    expect(wrongSheets(chosen, TABLES.en)).toEqual([
      { file: 'b.xlsx, sheet staff', row: 3, field: 'phone', message: TABLES.en.lost },
    ]);
  });

  it('whose sheet is called after no table is told the names of sheets, not of files', () => {
    const sheets = sheetFiles('town.xlsx', [{ name: '人员', rows: [['id']] }], TABLE_FILES);
    const chosen = { files: {}, sheets: sheets.map((one) => ({ ...one, workbook: 'town.xlsx' })) };
    expect(wrongSheets(chosen, TABLES['zh-CN'])).toEqual([
      {
        file: 'town.xlsx，工作表“人员”',
        message: expect.stringMatching(/改名为：villages、groups、grids、posts、[^.]*之一$/),
      },
    ]);
    expect(wrongSheets(chosen, TABLES.en)).toEqual([
      {
        file: 'town.xlsx, sheet 人员',
        message: expect.stringMatching(/^is no table[^,.]*\. Name [^.]*staff/),
      },
    ]);
  });

  it.each([
    ['staff', '人员.xlsx', 'staff.csv'],
    ['Staff.csv', 'town.xlsx', 'staff.csv'],
    ['Sheet1', 'staff.xlsx', 'staff.csv'],
    ['Sheet1', 'town.xlsx', 'sheet1.csv'],
  ])('sheet %s of %s is %s', (name, workbook, file) => {
    expect(sheetFiles(workbook, [{ name, rows: [['id']] }], TABLE_FILES)[0]?.file).toBe(file);
  });

  it('makes a column numbers only where all of it is, and it names nothing', () => {
    const rows = [
      ['007', '3', '4', '12', ''],
      ['8', '2.5', 'x', '13', ''],
    ];
    expect(columnsOf(['zeros', 'days', 'mixed', 'phone', 'empty'], rows)).toEqual([
      ['007', 3, '4', '12', undefined],
      ['8', 2.5, 'x', '13', undefined],
    ]);
  });
});
