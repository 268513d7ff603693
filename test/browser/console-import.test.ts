import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Language } from '../../domain/words/language.js';
import { DATA } from '../../web/admin/data/words.js';
import { SHELL } from '../../web/admin/shell/words.js';
import { packTown } from '../../web/admin/data/town-archive.js';
import { readWorkbook, writeWorkbook } from '../../web/admin/tables/workbook.js';
import { TABLES } from '../../web/admin/tables/words.js';
import { TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { picture } from './picture.js';
import { signInTo } from './sign-in.js';
import { TestBrowser } from './test-browser.js';

const TOWN = join(import.meta.dirname, '..', '..', 'towns', 'sanhehu');

let story: TownStory;
let browser: TestBrowser;

beforeAll(async () => {
  browser = await TestBrowser.launch();
});
beforeEach(async () => {
  // Thousands of examples to read by would be carried to and fro.
  story = await TownStory.begin({ console: true, change: (town) => ({ ...town, examples: '' }) });
});
afterEach(() => story.end());
afterAll(() => browser.close());

/** Invented people: one who can come in, and two rows that are wrong, each in its own way. */
const RIGHT_ROW = 'zhukou-new,示例新人,+8619900001999,town-cadre,zh-CN\n';
const WRONG_ROWS = `zhukou-x,示例新人甲,not-a-phone,town-cadre,zh-CN
g52-a,示例重名,+8619900001998,town-cadre,zh-CN
`;

const chosen = (name: string, bytes: string | Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

/** The report: file, row, field, and what to do. */
const REPORT: Readonly<Record<Language, readonly (readonly string[])[]>> = {
  'zh-CN': [
    ['staff.csv', '281', 'phone', '号码要带国家代码，如 +8613800000000（Excel 中请把该列设为文本）'],
    ['staff.csv', '282', 'id', '“g52-a”重复，请只保留一个'],
  ],
  en: [
    [
      'staff.csv',
      '281',
      'phone',
      'must be: a number with its country code, for example +8613800000000 (in Excel, make the column text)',
    ],
    ['staff.csv', '282', 'id', '"g52-a" is there twice; keep one'],
  ],
};

const version = (page: Page, language: Language, number: number) =>
  page.getByRole('heading', { name: DATA[language].version(number), exact: true });

/** Chooses a file and imports it, as the console asks for it: chosen, pressed, confirmed. */
async function importFile(page: Page, language: Language, file: ReturnType<typeof chosen>): Promise<void> {
  const words = DATA[language];
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole('button', { name: words.import, exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: words.import, exact: true }).click();
}

async function tableRows(page: Page): Promise<string[][]> {
  const rows = await page.getByRole('table').locator('tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
}

async function staffIds(): Promise<string[]> {
  const answer = await story.admin('administrator', '/admin/town/staff');
  const { staff } = (await answer.json()) as { staff: { id: string }[] };
  return staff.map(({ id }) => id);
}

describe.each(['zh-CN', 'en'] as const)("a town's files in the console, in %s", (language) => {
  const words = DATA[language];

  it('with errors are refused whole, each error by file, row and field; once mended they go in', async () => {
    const opened = await browser.open({ origin: story.cloud.url, language, width: 'desk' });
    const { page, context, faults } = opened;
    await signInTo(opened, story, 'administrator', '/data');
    await version(page, language, 1).waitFor();
    const staff = await readFile(join(TOWN, 'staff.csv'), 'utf8');
    await importFile(page, language, chosen('staff.csv', staff + RIGHT_ROW + WRONG_ROWS));
    await page.getByText(words.problems(2)).waitFor();
    expect(await tableRows(page)).toEqual(REPORT[language]);
    await picture(page, `console import with errors ${language}`);
    expect(await violations(page)).toEqual([]);
    expect(await staffIds()).not.toContain('zhukou-new');
    await version(page, language, 1).waitFor();

    await page.getByRole('button', { name: words.removeFile('staff.csv') }).click();
    const mended = await packTown({ 'sanhehu/staff.csv': staff + RIGHT_ROW });
    await importFile(page, language, chosen('sanhehu.zip', mended));
    await page.getByText(words.imported(2)).waitFor();
    await version(page, language, 2).waitFor();
    expect(await staffIds()).toContain('zhukou-new');
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('say that they are being checked, or made ready to be saved, as long as that takes', async () => {
    const opened = await browser.open({ origin: story.cloud.url, language, width: 'desk' });
    const { page, context } = opened;
    await signInTo(opened, story, 'administrator', '/data');
    await version(page, language, 1).waitFor();
    const answers = await heldBack(page);
    await page.locator('input[type="file"]').setInputFiles(chosen('staff.csv', 'id\n'));
    await page.getByRole('button', { name: words.check, exact: true }).click();
    await page.getByRole('progressbar', { name: words.working(1) }).waitFor();
    await page.getByRole('button', { name: words.export }).click();
    await page.getByText(SHELL[language].preparing).first().waitFor({ state: 'attached' });
    await picture(page, `console import under way ${language}`);
    expect(await violations(page)).toEqual([]);
    answers();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words.export, disabled: false }).waitFor();
    await context.close();
  });

  it('are read from a workbook, each error by sheet, row and column, and taken along as one', async () => {
    const opened = await browser.open({ origin: story.cloud.url, language, width: 'desk' });
    const { page, context, faults } = opened;
    await signInTo(opened, story, 'administrator', '/data');
    await version(page, language, 1).waitFor();
    const staff = await readFile(join(TOWN, 'staff.csv'), 'utf8');
    const plain = staff.replaceAll(/^#.*\n/gm, '');
    const rows = plain.trim().split('\n').length;
    await importFile(page, language, await workbook('people.xlsx', plain + WRONG_ROWS));
    await page.getByText(words.problems(2)).waitFor();
    const sheet = TABLES[language].sheet('people.xlsx', 'staff');
    const [phone, repeated] = REPORT[language];
    expect(await tableRows(page)).toEqual([
      [sheet, String(rows + 1), ...(phone ?? []).slice(2)],
      [sheet, String(rows + 2), ...(repeated ?? []).slice(2)],
    ]);
    await picture(page, `console import of a workbook ${language}`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: words.removeFile('people.xlsx') }).click();
    await importFile(page, language, await workbook('people.xlsx', plain + RIGHT_ROW));
    await page.getByText(words.imported(2)).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: words.exportTables }).click();
    const sheets = await readWorkbook(new Blob([await readFile(await (await download).path())]));
    const people = sheets.find(({ name }) => name === 'staff')?.rows;
    expect(people?.map(([id]) => id)).toContain('zhukou-new');
    expect(people?.at(-1)?.[2]).toBe('+8619900001999');
    expect(faults).toEqual([]);
    await context.close();
  });
});

/** Keeps back what the console asks for of imports and exports until the returned function is called. */
async function heldBack(page: Page): Promise<() => void> {
  let letGo = (): void => undefined;
  const waiting = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/admin\/town\/(?:import|export)/, async (route) => {
    await waiting;
    await route.continue();
  });
  return letGo;
}

/** A workbook whose one sheet holds the staff. */
async function workbook(name: string, csv: string): Promise<ReturnType<typeof chosen>> {
  const book = await writeWorkbook([{ name: 'staff', csv }]);
  return chosen(name, new Uint8Array(await book.arrayBuffer()));
}
