import { MESSAGES } from '../../contracts/resident/messages.js';
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

describe.each([
  ['zh-CN', 'phone'],
  ['en', 'desk'],
] as const)('in %s on a %s', (language, width) => {
  const { myData } = MESSAGES[language];

  it('a resident sees what is kept of them, is told what erasing means, and has it erased', async () => {
    const receipt = await story.submit({ description: '示例：门口路灯不亮，晚上看不清' });
    const { page, context, faults } = await browser.open({ origin: story.cloud.url, language, width });
    await page.goto(`/r/${receipt.id}?key=${receipt.trackingKey}`, { waitUntil: 'networkidle' });
    await page.getByText(myData.heading).click();
    await page.getByText('+86').waitFor();
    await picture(page, `my data ${language} ${width}`);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByText(myData.copy).click()]);
    expect(file.suggestedFilename()).toBe(`${receipt.id}.json`);
    await page.getByRole('button', { name: myData.erase }).click();
    await page.getByText(myData.open).waitFor();
    await picture(page, `erasing my data ${language} ${width}`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: myData.confirm }).click();
    await page.getByText(myData.soon).waitFor();
    expect(faults).toEqual([]);
    await context.close();
    await story.advance('PT15M');
    expect((await story.http(`/requests/${receipt.id}?key=${receipt.trackingKey}`)).status).toBe(404);
  });

  it('the same goes without scripts', async () => {
    const receipt = await story.submit({ description: '示例：井盖松动，夜里响' });
    const address = `/plain/r/${receipt.id}?key=${receipt.trackingKey}`;
    const { page, context } = await browser.open({ origin: story.cloud.url, language, width });
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.getByText(myData.heading).click();
    await picture(page, `my data plain ${language} ${width}`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: myData.confirm }).click();
    await page.getByText(myData.soon).waitFor();
    await context.close();
  });
});
