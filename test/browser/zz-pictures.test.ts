import type { Language } from '../../domain/words/language.js';
import { TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { picture } from './picture.js';
import { signInTo } from './sign-in.js';
import { TestBrowser } from './test-browser.js';
import { drawnPhoto } from './drawn-photo.js';

let story: TownStory;
let browser: TestBrowser;
let ids: Record<string, string>;
beforeAll(async () => {
  [story, browser] = await Promise.all([TownStory.begin({ console: true }), TestBrowser.launch()]);
  const old = await story.submit({
    phone: '+8619911110003',
    description: '示例：路口的灯不亮，晚上老人摔过一回',
  });
  await story.reply('g52-a', '1');
  await story.advance('P2D');
  const done = await story.submit({ phone: '+8619911110004', description: '示例：桥头的灯不亮' });
  await story.reply('g52-a', '1');
  await story.reply('g52-a', '1 示例：已换灯泡');
  const coordinated = await story.submit({ category: 'water-leak', description: '示例：漏水' });
  await story.reply('g52-a', '1');
  const unplaced = await story.submit({
    village: undefined,
    group: undefined,
    phone: '+8619911110002',
    description: '示例：不知道在哪',
  });
  const gas = await story.submit({
    category: 'gas-leak',
    phone: '+8619911110006',
    description: '示例：厨房煤气漏了',
  });
  await story.advance('PT20M');
  ids = { old: old.id, done: done.id, coordinated: coordinated.id, unplaced: unplaced.id, gas: gas.id };
  const o = await browser.open({ origin: story.cloud.url, language: 'en', width: 'desk' });
  await o.page.goto('/console');
  const body = await drawnPhoto(o.page, [800, 600]);
  const r = await story.http(`/requests/${old.id}/photos?key=${old.trackingKey}&lang=en`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg' },
    body,
  });
  console.log('photo', r.status);
  await o.context.close();
}, 300000);
afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

describe.each<Language>(['zh-CN', 'en'])('%s', (language) => {
  it.each([375, 768, 1280, 1920])(
    '%i',
    async (width) => {
      const opened = await browser.open({ origin: story.cloud.url, language, width: 'desk' });
      const { page } = opened;
      await page.setViewportSize({ width, height: 900 });
      await signInTo(opened, story, 'duty-desk', '/requests');
      const look = async (name: string) => {
        await page.waitForLoadState('networkidle');
        await picture(page, `${name} ${language} ${width}`);
        const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
        const over = await page.evaluate(
          `[...document.querySelectorAll('main *')].filter((e) => { const r = e.getBoundingClientRect(); return r.width > 0 && r.right > innerWidth + 1 && !e.closest('[class*=table]') && !e.closest('table'); }).slice(0, 4).map((e) => e.tagName + '.' + String(e.className).slice(0, 40) + ' ' + (e.textContent || '').slice(0, 30))`,
        );
        console.log(
          name,
          language,
          width,
          wide,
          JSON.stringify(over),
          JSON.stringify(await violations(page)),
          JSON.stringify(opened.faults),
        );
      };
      await look('board');
      await page.getByRole('button', { name: /^(提醒|Notifications)/ }).click();
      await page.getByRole('dialog').waitFor();
      await look('bell');
      await page.keyboard.press('Escape');
      await page.getByRole('searchbox').first().fill('灯');
      await page.keyboard.press('Enter');
      await page.waitForTimeout(1500);
      await look('search');
      for (const name of ['old', 'gas', 'done', 'unplaced']) {
        await page.goto(`/console/requests/${ids[name]}`);
        await page.locator('main:not(.welcome) h1').first().waitFor();
        if (name === 'old') {
          await page.getByRole('button', { name: /^(查看照片|Show the photos)/ }).click();
          await page.waitForTimeout(1500);
        }
        await look(`request-${name}`);
      }
      await page.goto('/console/requests');
      await page.getByRole('button', { name: /^(登记来电|Enter a call)/ }).click();
      await page
        .getByRole('dialog')
        .getByRole('textbox')
        .first()
        .fill('示例：俺村东头井盖没了，路上一个大坑，电话里说不清是哪个组');
      await page.waitForTimeout(1500);
      await look('call');
      await opened.context.close();
    },
    300000,
  );
});
