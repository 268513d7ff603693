import type { Language } from '../../domain/words/language.js';
import { EMERGENCY } from '../../web/admin/emergencies/words.js';
import { TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { picture } from './picture.js';
import { signInTo } from './sign-in.js';
import { type PageOptions, TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;
/** An emergency to which nobody of the whole ladder came. */
let alarm: string;

beforeAll(async () => {
  [story, browser] = await Promise.all([
    TownStory.begin({ console: true, at: Date.parse('2026-10-01T02:30:00+08:00') }),
    TestBrowser.launch(),
  ]);
  alarm = (await story.submit({ category: 'gas-leak', description: '示例：厨房煤气漏了，老人在里面' })).id;
  await story.advance('PT45M');
});

afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

describe.each<[Language, PageOptions['width']]>([
  ['zh-CN', 'phone'],
  ['en', 'phone'],
  ['zh-CN', 'desk'],
  ['en', 'desk'],
])('the desk in %s on a %s', (language, width) => {
  it('sees on the board that nobody answers, whom to call and what to say, notes a call, and reads who was silent', async () => {
    const { calls, review } = EMERGENCY[language];
    const opened = await browser.open({ origin: story.cloud.url, language, width });
    const { page, faults } = opened;
    await signInTo(opened, story, 'duty-desk', '/requests');
    await page.getByText(calls.unanswered).first().waitFor();
    await page.goto(`/console/requests/${alarm}`);
    await page.getByRole('heading', { name: calls.title }).waitFor();
    await page.getByText('示例：厨房煤气漏了，老人在里面').first().waitFor();
    expect(await page.getByRole('link', { name: '119', exact: true }).getAttribute('href')).toBe('tel:119');
    await picture(page, `emergency ${language} ${width}`);
    expect(await violations(page)).toEqual([]);

    await page
      .getByRole('button', { name: new RegExp(`^${calls.note}`) })
      .nth(1)
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(calls.outcomes['no-answer'], { exact: true }).click();
    await picture(page, `emergency call ${language} ${width}`);
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: calls.save, exact: true }).click();
    await page.getByText(calls.noAnswer).first().waitFor();

    await page.getByRole('heading', { name: review.people }).waitFor();
    expect(await page.getByText(review.outcomes.silent).count()).toBeGreaterThan(8);
    const wide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
    expect(wide).toBe(false);
    expect(faults).toEqual([]);
    await opened.context.close();
  });
});
