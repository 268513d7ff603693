import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Language } from '../../domain/words/language.js';
import { BILL } from '../../web/admin/bill/words.js';
import { DATA } from '../../web/admin/data/words.js';
import { EXECUTIONS } from '../../web/admin/executions/words.js';
import { PROGRAMMES } from '../../web/admin/programmes/words.js';
import { REQUESTS } from '../../web/admin/requests/words.js';
import { STATISTICS } from '../../web/admin/statistics/words.js';
import { TEXTS } from '../../web/admin/texts/words.js';
import { TOWN } from '../../web/admin/town/words.js';
import type { TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { type BusyIds, busyTown } from './busy-town.js';
import { picture } from './picture.js';
import { signInTo, walkTo } from './sign-in.js';
import { type OpenPage, TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;
let ids: BusyIds;

beforeAll(async () => {
  [{ story, ids }, browser] = await Promise.all([busyTown(), TestBrowser.launch()]);
});

afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

/** What is opened on a page before it is looked at. */
type Opening = (page: Page, language: Language) => Promise<void>;

const pressed =
  (name: (language: Language) => string | RegExp): Opening =>
  async (page, language) => {
    await page
      .getByRole('button', { name: name(language) })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
  };

const tab =
  (name: 'preview' | 'documents'): Opening =>
  async (page, language) => {
    await page.getByRole('tab', { name: PROGRAMMES[language][name], exact: true }).click();
    await page.getByRole('tabpanel').filter({ visible: true }).waitFor();
  };

const formOpen: Opening = async (page) => {
  await page.getByRole('dialog').waitFor();
};

const chosenGrid: Opening = async (page, language) => {
  await page.getByRole('button', { name: /^52 / }).click();
  await page.getByRole('link', { name: TOWN[language].grids.edit }).waitFor();
};

/** A member of the staff is changed in the editor, which the list leads to. */
const followed: Opening = async (page, language) => {
  const name = TOWN[language].staff.editTitle(story.nameOf('g01-a'));
  await page.getByRole('link', { name }).first().click();
  await page.getByRole('dialog').waitFor();
};

const personAndBill: Opening = async (page, language) => {
  await page.getByRole('button', { name: REQUESTS[language].person.show }).click();
  await page.getByText('199 1111 0001').first().waitFor();
  await page.getByRole('button', { name: BILL[language].title }).click();
  await page.getByRole('columnheader', { name: BILL[language].what, exact: true }).waitFor();
};

const checkedImport: Opening = async (page, language) => {
  const staff = await readFile(join(import.meta.dirname, '../../towns/sanhehu/staff.csv'), 'utf8');
  const more = `${staff}zhukou-new,示例新人,+8619900001999,town-cadre,zh-CN\n`;
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from(more) });
  await page.getByRole('button', { name: DATA[language].check, exact: true }).click();
  await page.getByRole('cell', { name: 'zhukou-new' }).waitFor();
};

const byGrid: Opening = async (page, language) => {
  await page.getByRole('button', { name: STATISTICS[language].divisions.grid, exact: true }).click();
  const grid = story.town.grids.find(({ number }) => number === 52)?.name[language] ?? 'none';
  await page.getByRole('rowheader', { name: grid }).waitFor();
};

const PAGES: readonly (readonly [name: string, path: () => string, opening?: Opening])[] = [
  ['requests', () => '/requests'],
  ['closed requests', () => '/requests?state=closed'],
  ['a request', () => `/requests/${ids.coordinated}`, personAndBill],
  ['a closed request', () => `/requests/${ids.closed}`],
  [
    'an answer',
    () => `/requests/${ids.unplaced}`,
    pressed((language) => new RegExp(`^${REQUESTS[language].answering.open} `)),
  ],
  ['executions', () => '/executions'],
  ['where everything waits', () => '/executions/waiting'],
  ['an execution', () => `/executions/resident-request/${ids.coordinated}`],
  ['an execution that was stopped', () => `/executions/resident-request/${ids.stopped}`],
  [
    'a retry',
    () => `/executions/resident-request/${ids.stopped}`,
    pressed((language) => EXECUTIONS[language].retry),
  ],
  ['an execution that cannot be retried', () => `/executions/coordination/${ids.uncoordinated}-1`],
  ['texts', () => '/texts'],
  ['a text', () => '/texts', pressed((language) => new RegExp(TEXTS[language].show('.*')))],
  ['rounds', () => '/rounds'],
  ['a daily close', () => '/rounds/daily-close/2026-08-24'],
  ['a round of visits', () => '/rounds/visit-round/2026-08-24'],
  ['an inspection', () => '/rounds/weekly-inspection/2026-08-24'],
  ['tasks', () => '/tasks'],
  ['a task', () => `/tasks/${ids.task}`],
  ['grids', () => '/grids'],
  ['a grid', () => '/grids', chosenGrid],
  ['staff and leave', () => '/staff'],
  ['a member of the staff', () => '/staff', followed],
  ['a leave', () => '/staff', pressed((language) => TOWN[language].leave.add)],
  ['programmes', () => '/programmes'],
  ['the editor of staff', () => '/editor/staff'],
  ['the editor of settings', () => '/editor/settings'],
  ['the editor of deadlines', () => '/editor/deadlines?entry=same-day', formOpen],
  ['the editor of categories', () => '/editor/categories?entry=water-leak', formOpen],
  ['the editor of a programme', () => '/editor/programmes?entry=cataract-surgery', formOpen],
  ['versions', () => '/versions'],
  ['a programme', () => '/programmes/cataract-surgery'],
  ['the preview of a programme', () => '/programmes/cataract-surgery', tab('preview')],
  ['the documents of a programme', () => '/programmes/cataract-surgery', tab('documents')],
  ['reading', () => '/reading'],
  ['import and export', () => '/data'],
  ['an import that was checked', () => '/data', checkedImport],
  ['the audit trail', () => '/audit'],
  ['statistics', () => '/statistics'],
  ['statistics by grid', () => '/statistics', byGrid],
];

describe.each(['zh-CN', 'en'] as const)('the console in %s', (language) => {
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await browser.open({ origin: story.cloud.url, language, width: 'desk' });
    await signInTo(opened, story, 'administrator', '/requests');
  });
  afterAll(() => opened.context.close());

  test.each(PAGES.map(([name, path, opening]) => ({ name, path, opening })))(
    'axe finds nothing wrong with the page of $name, nothing leaves the machine',
    async ({ name, path, opening }) => {
      const { page, faults, settled } = opened;
      const before = faults.length;
      await walkTo(opened, `/console${path()}`);
      await opening?.(page, language);
      await settled();
      await picture(page, `console ${name} ${language}`);
      expect(await violations(page)).toEqual([]);
      expect(faults.slice(before)).toEqual([]);
    },
  );
});
