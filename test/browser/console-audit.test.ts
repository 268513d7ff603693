import type { Page } from 'playwright-core';
import { shownNumber } from '../../contracts/pages/request-number.js';
import { AUDIT } from '../../web/admin/audit/words.js';
import { type Receipt, TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { overflowAt } from './overflow-at.js';
import { picture } from './picture.js';
import { signInTo } from './sign-in.js';
import { type OpenPage, TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;
let read: Receipt;
beforeAll(async () => {
  [story, browser] = await Promise.all([TownStory.begin({ console: true }), TestBrowser.launch()]);
  read = await story.submit({ description: '示例：门口路灯不亮' });
  const other = await story.submit({ phone: '+8619911110002', description: '示例：路口漏水' });
  // Two people look at the one, one of them at the other.
  await story.admin('administrator', `/admin/requests/${read.id}/person`);
  await story.admin('duty-desk', `/admin/requests/${read.id}/person`);
  await story.admin('duty-desk', `/admin/requests/${other.id}/person`);
});
afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

/** Waits until so many rows say this. */
async function rowsOf(page: Page, action: string, count: number): Promise<void> {
  const rows = page.getByRole('cell', { name: action });
  await rows.nth(count - 1).waitFor();
  await rows.nth(count).waitFor({ state: 'detached' });
}

/** The name that the trail has for whoever looks as the duty desk. */
async function deskName(): Promise<string> {
  const response = await story.admin('administrator', '/admin/audit');
  const { items } = (await response.json()) as { items: { who: string; name: string }[] };
  return items.find(({ who }) => who.endsWith('duty-desk') || who.startsWith('duty-desk'))?.name ?? '';
}

describe.each(['zh-CN', 'en'] as const)('the audit trail, in %s', (language) => {
  const words = AUDIT[language];
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await browser.open({ origin: story.cloud.url, language, width: 'desk' });
    await signInTo(opened, story, 'administrator', '/audit');
  });
  afterAll(() => opened.context.close());

  it('is narrowed by request and person, which stand in its address, open again by it, and are cleared at once', async () => {
    const { page, faults } = opened;
    const rows = (count: number) => rowsOf(page, words.actions['person.read'], count);
    // At a desk, where the trail is a table.
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/console/audit');
    await rows(3);
    const request = page.getByLabel(words.request);
    await request.fill(shownNumber(read.id));
    await request.press('Enter');
    await page.waitForURL(/[?&]subject=/);
    await rows(2);
    await page.getByRole('button', { name: words.who }).click();
    await page.getByRole('option', { name: await deskName() }).click();
    await page.waitForURL(/[?&]who=/);
    await rows(1);
    await page.reload();
    await rows(1);
    expect(await page.getByLabel(words.request).inputValue()).toBe(shownNumber(read.id));
    await page.getByRole('button', { name: words.clear }).click();
    await page.waitForURL((address) => address.search === '');
    await rows(3);
    expect(faults).toEqual([]);
  });

  it('fits every width with its filters, and axe finds nothing wrong in the light and in the dark', async () => {
    const { page } = opened;
    await page.goto(`/console/audit?subject=${shownNumber(read.id)}&from=2026-08-01&to=2026-08-31`);
    await rowsOf(page, words.actions['person.read'], 2);
    for (const width of [1920, 1280, 768, 375]) {
      expect([width, await overflowAt(page, width)]).toEqual([width, 0]);
      await picture(page, `console audit ${language} ${width}`);
      expect(await violations(page)).toEqual([]);
    }
  });
});
