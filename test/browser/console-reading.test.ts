import type { Page } from 'playwright-core';
import type { Language } from '../../domain/words/language.js';
import { READING } from '../../web/admin/reading/words.js';
import { fewExamples, gasTexts } from '../stories/few-examples.js';
import { TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { picture } from './picture.js';
import { signInTo } from './sign-in.js';
import { TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;

beforeAll(async () => {
  browser = await TestBrowser.launch();
});
beforeEach(async () => {
  story = await TownStory.begin({ console: true, change: fewExamples });
});
afterEach(() => story.end());
afterAll(() => browser.close());

const categoryName = (id: string, language: Language): string =>
  story.town.categories.find((one) => one.id === id)?.name[language] ?? 'none';

/** Chooses from a list by the keyboard's way in: the field by its label, the option by its name. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function correct(page: Page, language: Language, category: string): Promise<void> {
  const words = READING[language].correcting;
  await page.getByRole('button', { name: words.title }).click();
  await choose(page, words.category, categoryName(category, language));
  await choose(page, words.danger, READING[language].dangers.none);
  await page.getByRole('button', { name: words.keep, exact: true }).click();
  await page.getByText(words.kept).first().waitFor();
}

async function tryIt(page: Page, language: Language): Promise<void> {
  const words = READING[language].trying;
  await page.getByRole('button', { name: words.start, exact: true }).click();
  await page.getByRole('heading', { name: READING[language].figures.compared, exact: true }).waitFor();
}

/** Not among those that are held out. */
const FOUNTAIN = '示例：村口喷泉哑巴啦';

describe.each(['zh-CN', 'en'] as const)('teaching the reading in the console, in %s', (language) => {
  const words = READING[language];

  it('a correction is kept on the page of a request, tried and taken over', async () => {
    const { id } = await story.submit({ category: 'other', description: FOUNTAIN });
    const opened = await browser.open({ origin: story.cloud.url, language, width: 'desk' });
    const { page, context, faults } = opened;
    await signInTo(opened, story, 'administrator', `/requests/${id}`);
    await correct(page, language, 'water-leak');
    expect(await violations(page)).toEqual([]);
    await page.goto('/console/reading');
    await page.getByRole('rowheader', { name: FOUNTAIN }).waitFor();
    await tryIt(page, language);
    await picture(page, `console reading tried ${language}`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: words.takingOver.verb, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: words.takingOver.verb, exact: true }).click();
    await page.getByText(words.takingOver.done(2)).waitFor();
    await page.getByText(words.taught.none).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('what would lose a danger names it, cannot be taken over, and is taken back', async () => {
    for (const [n, description] of gasTexts(false, 3).entries()) {
      const { id } = await story.submit({ category: 'other', description, phone: `+861991111010${n}` });
      const body = { category: 'street-light', danger: 'none' };
      await story.admin('duty-desk', `/admin/requests/${id}/reading`, 'POST', body);
    }
    const opened = await browser.open({ origin: story.cloud.url, language, width: 'desk' });
    const { page, context, faults } = opened;
    await signInTo(opened, story, 'administrator', '/reading');
    await tryIt(page, language);
    const [lost = ''] = gasTexts(true, 1);
    await page.getByRole('listitem').filter({ hasText: lost }).waitFor();
    const button = page.getByRole('button', { name: words.takingOver.verb, exact: true });
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await picture(page, `console reading refused ${language}`);
    expect(await violations(page)).toEqual([]);
    await page
      .getByRole('button', { name: `${words.taught.remove} ` })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: words.taught.remove, exact: true }).click();
    await page.getByText(words.taught.removed).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
