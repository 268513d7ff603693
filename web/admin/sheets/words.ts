import type { Catalogue } from '../page/catalogue.js';

const en = { print: 'Print' };

export const SHEETS: Catalogue<typeof en> = { 'zh-CN': { print: '打印' }, en };
