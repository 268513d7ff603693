import type { Language } from '../../domain/words/language.js';
import { FLOODS } from '../../web/admin/floods/words.js';
import { flood, FLOODER, smallCaps } from '../stories/crowded-town.js';
import { TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { picture } from './picture.js';
import { signInTo } from './sign-in.js';
import { type OpenPage, TestBrowser } from './test-browser.js';

const HEIGHT = 900;

let story: TownStory;
let browser: TestBrowser;
beforeAll(async () => {
  [story, browser] = await Promise.all([
    TownStory.begin({ console: true, change: smallCaps }),
    TestBrowser.launch(),
  ]);
  await flood(story, 12, () => ({ category: 'gas-leak', description: '示例：厨房燃气漏气' }));
});
afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

describe.each(['zh-CN', 'en'] as const)('what is held together, in %s', (language: Language) => {
  const words = FLOODS[language];
  let opened: OpenPage;
  beforeAll(async () => {
    opened = await browser.open({ origin: story.cloud.url, language, width: 'desk' });
    await signInTo(opened, story, 'duty-desk', '/floods');
  });
  afterAll(() => opened.context.close());

  it.each([375, 768, 1280, 1920])(
    'fits a screen of %d pixels, and axe finds nothing wrong',
    async (width) => {
      const { page, faults } = opened;
      await page.setViewportSize({ width, height: HEIGHT });
      await page.goto('/console/floods');
      // On a phone, a card.
      await page.locator('main').getByText(words.kinds.dangers, { exact: true }).waitFor();
      await picture(page, `console floods ${language} ${width}`);
      const overflow = await page.evaluate(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(overflow).toBeLessThanOrEqual(0);
      expect(await violations(page)).toEqual([]);
      expect([faults, (await page.content()).includes(FLOODER)]).toEqual([[], false]);
    },
  );
});

it('the duty desk holds a source and releases it again, each after a question', async () => {
  const words = FLOODS.en;
  const opened = await browser.open({ origin: story.cloud.url, language: 'en', width: 'desk' });
  const { page } = opened;
  await signInTo(opened, story, 'duty-desk', '/floods');
  for (const [act, state] of [
    [words.hold, words.states.held],
    [words.release, words.states.released],
  ] as const) {
    await page.getByRole('button', { name: act, exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
    await page.getByRole('cell', { name: state, exact: true }).waitFor();
  }
  expect(opened.faults).toEqual([]);
  await opened.context.close();
});
