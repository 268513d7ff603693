import { joined } from '../../../contracts/pages/join-words.js';
import type { Catalogue } from '../page/catalogue.js';

const en = {
  csv: 'CSV',
  xlsx: 'Excel (.xlsx)',
  lost: 'this is stored as a number of more than 15 digits, of which a spreadsheet keeps 15: make the column text and enter it again',
  unknown: (names: readonly string[]) =>
    `is no table of a town. Name the sheet ${joined(names, 'en', 'disjunction')}`,
  sheet: (workbook: string, sheet: string) => `${workbook}, sheet ${sheet}`,
};

export const TABLES: Catalogue<typeof en> = {
  'zh-CN': {
    csv: 'CSV',
    xlsx: 'Excel（.xlsx）',
    lost: '存成了超过15位的数字，表格软件只保留15位。请把该列设为文本后重新填写',
    unknown: (names) => `不是镇情数据的表，请把工作表改名为：${names.join('、')} 之一`,
    sheet: (workbook, sheet) => `${workbook}，工作表“${sheet}”`,
  },
  en,
};
