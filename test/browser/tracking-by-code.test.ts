import type { Locator } from 'playwright-core';
import { MESSAGES } from '../../contracts/resident/messages.js';
import { shownNumber } from '../../contracts/pages/request-number.js';
import { codeTextedTo } from '../stories/staff-door.js';
import { RESIDENT, TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { picture } from './picture.js';
import { TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;

beforeAll(async () => {
  [story, browser] = await Promise.all([TownStory.begin(), TestBrowser.launch()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

async function typeInto(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.pressSequentially(text);
}

it.each(['zh-CN', 'en'] as const)(
  'in %s whoever lost the key comes back by number, phone and a texted code, by the keyboard alone; the key stands in no address that was asked for before',
  async (language) => {
    const { code, track } = MESSAGES[language];
    const { id, trackingKey } = await story.submit({ description: `示例：${language} 路灯不亮` });
    const opened = await browser.open({ origin: story.cloud.url, language, width: 'phone' });
    const { page, context, faults, addresses } = opened;
    await page.goto('/track');
    const part = page.locator('section', { has: page.getByRole('heading', { name: code.heading }) });
    await part.getByRole('button', { name: code.send }).press('Enter');
    expect(await part.getByLabel(track.number).evaluate((field) => field === document.activeElement)).toBe(
      true,
    );
    await page.keyboard.type(shownNumber(id));
    await typeInto(part.getByLabel(code.phone), RESIDENT.phone);
    await page.keyboard.press('Enter');
    const field = part.getByLabel(code.code);
    await field.waitFor();
    // Its button is gone: who pressed it goes on from what is said of it.
    expect(await page.locator(':focus').textContent()).toBe(code.sent(10));
    // A phone shows digits for it, and offers what it was texted.
    expect(await field.getAttribute('inputmode')).toBe('numeric');
    expect(await field.getAttribute('autocomplete')).toBe('one-time-code');
    await story.cloud.clock.settled();
    await picture(page, `tracking code ${language}`);
    expect(await violations(page)).toEqual([]);
    await typeInto(field, codeTextedTo(story, RESIDENT.phone) ?? '');
    expect(addresses.filter((address) => address.includes(trackingKey))).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: track.request(shownNumber(id)) }).waitFor();
    await page.waitForURL(`**/r/${id}?key=${trackingKey}*`);
    // The page that has the focus as a whole is not framed by it.
    expect(await page.locator('main:focus').evaluate((main) => getComputedStyle(main).boxShadow)).toBe(
      'none',
    );
    expect(faults).toEqual([]);
    await context.close();
  },
);
