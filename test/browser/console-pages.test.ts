import { TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { picture } from './picture.js';
import { signInTo } from './sign-in.js';
import { TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;
let request: string;

beforeAll(async () => {
  [story, browser] = await Promise.all([TownStory.begin({ console: true }), TestBrowser.launch()]);
  ({ id: request } = await story.submit({ category: 'cataract-surgery', description: '示例：看不清' }));
  await story.reply('g52-a', '1');
  await story.reply('g52-a', '1 材料齐全');
});

afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

describe.each(['zh-CN', 'en'] as const)('the console in %s', (language) => {
  test.each([
    ['requests', () => '/requests'],
    ['a request', () => `/requests/${request}`],
    ['executions', () => '/executions'],
    ['an execution', () => `/executions/resident-request/${request}`],
    ['rounds', () => '/rounds'],
    ['tasks', () => '/tasks'],
    ['grids', () => '/grids'],
    ['staff and leave', () => '/staff'],
    ['programmes', () => '/programmes'],
    ['a programme', () => '/programmes/cataract-surgery'],
    ['import and export', () => '/data'],
    ['the audit trail', () => '/audit'],
    ['statistics', () => '/statistics'],
  ])('axe finds nothing wrong with the page of %s, nothing leaves the machine', async (name, path) => {
    const opened = await browser.open({ origin: story.cloud.url, language, width: 'desk' });
    await signInTo(opened, story, 'administrator', path());
    const { page, context, faults } = opened;
    await page.waitForLoadState('networkidle');
    await picture(page, `console ${name} ${language}`);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
