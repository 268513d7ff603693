import { decodeQR } from 'qr/decode.js';
import type { Page } from 'playwright-core';
import { POSTERS } from '../../web/admin/posters/words.js';
import { PAPER } from '../../web/admin/papers/words.js';
import { SHELL } from '../../web/admin/shell/words.js';
import { TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { overflowAt } from './overflow-at.js';
import { picture } from './picture.js';
import { signInTo } from './sign-in.js';
import { type OpenPage, TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;

beforeAll(async () => {
  [story, browser] = await Promise.all([TownStory.begin({ console: true }), TestBrowser.launch()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

/** What a phone's camera reads off the poster: its code as it is drawn, in pixels. */
async function scanned(page: Page): Promise<string> {
  const code = await page.locator('.poster-code').first().screenshot();
  // The console's own pages load no such picture.
  const camera = await page.context().newPage();
  const image = await camera.evaluate(async (base64) => {
    const drawn = new Image();
    drawn.src = `data:image/png;base64,${base64}`;
    await drawn.decode();
    const { naturalWidth: width, naturalHeight: height } = drawn;
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    context?.drawImage(drawn, 0, 0);
    const pixels = context?.getImageData(0, 0, width, height).data ?? [];
    return { width, height, pixels: pixels.join(' ') };
  }, code.toString('base64'));
  await camera.close();
  const { width, height, pixels } = image;
  return decodeQR({ width, height, data: Uint8Array.from(pixels.split(' '), Number) });
}

const isChosen = (village: string): boolean =>
  document.querySelector<HTMLSelectElement>('#field-village')?.value === village;

describe.each(['zh-CN', 'en'] as const)('the posters of the villages, in %s', (language) => {
  const words = POSTERS[language];
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await browser.open({ origin: story.cloud.url, language, width: 'desk' });
    await signInTo(opened, story, 'administrator', '/posters?village=zhukou');
    await opened.page.locator('.poster-code').waitFor();
  });
  afterAll(() => opened.context.close());

  test('the code on the poster of a village opens the form with the village chosen', async () => {
    const { page } = opened;
    await page.goto('/console/posters?village=zhukou');
    const address = await scanned(page);
    expect(address).toBe(`${story.cloud.url}/?town=sanhehu&village=zhukou`);
    const phone = await browser.open({ origin: story.cloud.url, language, width: 'phone' });
    await phone.page.goto(address);
    await expect(phone.page.waitForFunction(isChosen, 'zhukou')).resolves.toBeDefined();
    expect(phone.faults).toEqual([]);
    await phone.context.close();
  });

  test('a poster says the number to text as it is dialled, and prints as one sheet of A4', async () => {
    const { page } = opened;
    await page.goto('/console/posters?village=zhukou');
    const poster = page.locator('.poster');
    expect(await poster.innerText()).toContain('1069900077');
    expect(await poster.innerText()).not.toContain('+86');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  });

  test('all villages are printed at once, each on a sheet of its own', async () => {
    const { page } = opened;
    await page.goto('/console/posters');
    await page.locator('.poster-code').first().waitFor();
    const { villages } = story.town;
    expect(await page.locator('.poster').count()).toBe(villages.length);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(villages.length);
  });

  test('a village is chosen and the sheet printed by keyboard alone', async () => {
    const { page } = opened;
    await page.goto('/console/posters?village=zhukou');
    await page.locator('.poster-code').waitFor();
    await page.evaluate(() => {
      globalThis.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await page.getByRole('button', { name: PAPER[language].print }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.search.includes('zhukou'));
    await page.getByRole('button', { name: PAPER[language].print }).focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('body').getAttribute('data-printed')).toBe('yes');
  });

  test('axe finds nothing wrong, nothing overflows and nothing leaves the machine', async () => {
    const { page, faults } = opened;
    await page.goto('/console/posters?village=zhukou');
    await page.locator('.poster-code').waitFor();
    await picture(page, `console posters ${language}`);
    expect(await violations(page)).toEqual([]);
    for (const width of [375, 768, 1280]) {
      expect([width, await overflowAt(page, width)]).toEqual([width, 0]);
      await picture(page, `console posters ${width} ${language}`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(faults).toEqual([]);
    expect(await page.getByText(words.onlyHere).count()).toBe(1);
  });
});

test('whoever is signed in stays so when days are skipped', async () => {
  const opened = await browser.open({ origin: story.cloud.url, language: 'en', width: 'desk' });
  await signInTo(opened, story, 'administrator', '/posters');
  await story.advance('P2D');
  await opened.page.reload();
  await opened.page.locator('.poster').first().waitFor();
  expect(await opened.page.getByText(SHELL.en.signedOut).count()).toBe(0);
  await opened.context.close();
});
