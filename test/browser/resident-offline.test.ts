import { TownStory } from '../stories/town-story.js';
import { keptOnDevice } from './offline.js';
import { picture } from './picture.js';
import { Signal } from './signal.js';
import { TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;
let signal: Signal;

beforeAll(async () => {
  [story, browser] = await Promise.all([TownStory.begin(), TestBrowser.launch()]);
  signal = await Signal.to(story.cloud.url);
});

// One that failed halfway leaves no other without a network.
beforeEach(() => signal.restore());

afterAll(async () => {
  await browser.close();
  signal.close();
  await story.end();
});

describe.each(['zh-CN', 'en'] as const)("the resident's form without a signal, in %s", (language) => {
  it('opens when it was open before, and keeps what is written', async () => {
    const { page, context, faults } = await browser.open({
      origin: signal.origin,
      language,
      width: 'phone',
    });
    await page.goto('/');
    await page.locator('select').first().waitFor();
    await keptOnDevice(page, ['/', '/main.js', '/main.css']);
    await signal.cut(context);
    await page.reload();
    await page.locator('textarea').first().fill('示例：没有信号时写的');
    await page.waitForFunction(() => JSON.stringify(localStorage).includes('没有信号时写的'));
    await picture(page, `resident offline ${language}`);
    await page.reload();
    await page.waitForFunction(() => document.querySelector('textarea')?.value === '示例：没有信号时写的');
    expect(await page.locator('select option').count()).toBeGreaterThan(10);
    await signal.restore(context);
    expect(faults).toEqual([]);
    await context.close();
  });
});
