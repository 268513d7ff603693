import { MESSAGES } from '../../contracts/resident/messages.js';
import { MY_DATA } from '../../contracts/resident/my-data-words.js';
import { TownStory } from '../stories/town-story.js';
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

it.each([
  ['zh-CN', 'phone', '/r'],
  ['en', 'desk', '/plain/r'],
] as const)(
  'in %s on a %s a resident goes from %s to what is kept of them, copies it, is told what erasing means, and has it erased',
  async (language, width, from) => {
    const words = MY_DATA[language];
    const receipt = await story.submit({ description: '示例：门口路灯不亮，晚上看不清' });
    const { page, context, faults } = await browser.open({ origin: story.cloud.url, language, width });
    await page.goto(`${from}/${receipt.id}?key=${receipt.trackingKey}`, { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: MESSAGES[language].myData, exact: true }).click({ timeout: 20_000 });
    await page.getByText(/^\*{3} \*{4} \*\*\d\d$/).waitFor({ timeout: 20_000 });
    await page.getByText(words.open).waitFor({ timeout: 20_000 });
    await picture(page, `my data ${language} ${width}`);
    expect(await violations(page)).toEqual([]);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByText(words.copy).click()]);
    expect(file.suggestedFilename()).toBe(`${receipt.id}.json`);
    await page.getByRole('button', { name: words.confirm }).click();
    await page.getByText(words.soon).waitFor({ timeout: 20_000 });
    expect(faults).toEqual([]);
    await context.close();
    await story.advance('PT15M');
    expect((await story.http(`/requests/${receipt.id}?key=${receipt.trackingKey}`)).status).toBe(404);
  },
);
