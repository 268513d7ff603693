import type { Page } from 'playwright-core';
import { MESSAGES } from '../../contracts/resident/messages.js';
import { REQUEST } from '../../web/admin/requests/words.request.js';
import { linkTo, withLinks } from '../stories/texted-link.js';
import { type Receipt, TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { drawnPhoto } from './drawn-photo.js';
import { layoutFaults } from './layout-faults.js';
import { picture } from './picture.js';
import { signInTo } from './sign-in.js';
import { TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;

beforeAll(async () => {
  [story, browser] = await Promise.all([
    TownStory.begin({ console: true, change: withLinks }),
    TestBrowser.launch(),
  ]);
});
afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

async function sendPhoto(path: string, page: Page, size: readonly [number, number]): Promise<void> {
  const body = await drawnPhoto(page, size);
  const sent = await story.http(path, { method: 'POST', headers: { 'content-type': 'image/jpeg' }, body });
  expect(sent.status).toBe(201);
}

/** A street light, photographed by its resident and, once it was repaired, by the head of its grid. */
async function repaired(page: Page, description: string): Promise<Receipt> {
  const receipt = await story.submit({ description });
  await sendPhoto(`/requests/${receipt.id}/photos?key=${receipt.trackingKey}`, page, [1600, 1200]);
  await story.reply('g52-a', '1');
  const [link, query] = linkTo(story, 'g52-a').split('?');
  await story.reply('g52-a', '1 示例：换了灯泡');
  await sendPhoto(`${link}/photos?${query}`, page, [1200, 1600]);
  await story.answerOnline(receipt, 'satisfied');
  return receipt;
}

const pair = (page: Page) => page.locator('.before-after');

describe.each(['zh-CN', 'en'] as const)('before and after on the daily board, in %s', (language) => {
  const { daily, photos } = MESSAGES[language];
  const words = REQUEST[language].publishing;

  it('its resident agrees, the desk looks and publishes, everybody sees it, and it is gone when it is taken back', async () => {
    const resident = await browser.open({ origin: story.cloud.url, language, width: 'phone' });
    await resident.page.goto('/');
    const receipt = await repaired(resident.page, `示例：${language} 路口的灯不亮`);
    await story.advance('P1D');
    await resident.page.goto(`/r/${receipt.id}?key=${receipt.trackingKey}`);
    await resident.page.getByText(photos.consent.states.open).waitFor();
    await picture(resident.page, `photo consent ${language}`);
    expect(await violations(resident.page)).toEqual([]);
    await resident.page.getByRole('button', { name: photos.consent.agree }).click();
    await resident.page.getByText(photos.consent.states.agreed).waitFor();

    const desk = await browser.open({ origin: story.cloud.url, language, width: 'desk' });
    await signInTo(desk, story, 'duty-desk', `/requests/${receipt.id}`);
    await desk.page.getByRole('button', { name: words.open }).click();
    const form = desk.page.getByRole('dialog');
    await form.getByRole('img').nth(1).waitFor();
    const publish = form.getByRole('button', { name: words.publish, exact: true });
    expect(await publish.isDisabled()).toBe(true);
    await form.getByLabel(words.nobodySeen).check();
    await picture(desk.page, `console publish photos ${language}`);
    expect(await violations(desk.page)).toEqual([]);
    await publish.click();
    await desk.page.getByRole('button', { name: words.takeOff }).waitFor();
    expect(desk.faults).toEqual([]);
    await desk.context.close();

    await resident.page.goto('/daily');
    await resident.page.getByRole('img', { name: daily.putRightOne.after('') }).waitFor();
    await pair(resident.page).scrollIntoViewIfNeeded();
    await resident.page.waitForFunction(() =>
      [...document.querySelectorAll<HTMLImageElement>('.before-after img')].every(
        ({ naturalWidth, naturalHeight }) => Math.max(naturalWidth, naturalHeight) === 720,
      ),
    );
    await picture(resident.page, `daily before and after ${language}`);
    expect(await violations(resident.page)).toEqual([]);
    for (const width of [375, 768, 1280, 1920]) {
      await resident.page.setViewportSize({ width, height: 800 });
      expect(await layoutFaults(resident.page)).toEqual([]);
    }

    await resident.page.goto(`/r/${receipt.id}?key=${receipt.trackingKey}`);
    await resident.page.getByText(photos.consent.states.shown).waitFor();
    await resident.page.getByRole('button', { name: photos.consent.takeBack }).click();
    await resident.page.getByText(photos.consent.states.open).waitFor();
    const board = await story.http('/board/photos');
    expect(await board.json()).toEqual({ items: [] });
    expect(resident.faults).toEqual([]);
    await resident.context.close();
  });
});
