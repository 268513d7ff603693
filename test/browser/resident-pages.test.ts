import { TownStory } from '../stories/town-story.js';
import { sampleTown } from '../towns/sample-town.js';
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

const EVERY_VIEW = [
  ['zh-CN', 'phone'],
  ['zh-CN', 'desk'],
  ['en', 'phone'],
  ['en', 'desk'],
] as const;

describe.each(EVERY_VIEW)('in %s on a %s', (language, width) => {
  test.each([
    ['the form', '/'],
    ['following a request', '/track'],
    ['my grid', '/my-grid'],
    ['the daily board', '/daily'],
    ['places to come to', '/in-person'],
  ])('axe finds nothing wrong with %s, nothing leaves the machine', async (name, address) => {
    const { page, context, faults, settled } = await browser.open({
      origin: story.cloud.url,
      language,
      width,
    });
    await page.goto(address);
    await settled();
    await picture(page, `${name} ${language} ${width}`);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    await context.close();
  });
});

it('the pages of another town are its own, and stay so from page to page', async () => {
  const elmford = await story.beside(sampleTown('elmford'));
  const { page, context, faults, addresses } = await browser.open({
    origin: story.cloud.url,
    language: 'en',
    width: 'phone',
  });
  await page.goto('/?town=elmford', { waitUntil: 'networkidle' });
  await page.getByText('First call 112 or 999').waitFor();
  expect(await page.getByText(elmford.town.settings.name.en).first().isVisible()).toBe(true);
  expect(await violations(page)).toEqual([]);
  await picture(page, 'the form of Elmford');
  await page.getByRole('link', { name: 'My grid' }).click();
  await page.waitForURL('**/my-grid?town=elmford');
  await page.reload({ waitUntil: 'networkidle' });
  expect(await page.locator('select').first().textContent()).not.toContain('Zhukou');
  const calls = addresses.filter((address) => /\/(?:town|villages|categories)(?:\?|$)/.test(address));
  expect(calls.filter((address) => !address.endsWith('?town=elmford'))).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

/** Bytes on the wire, headers included: what a first visit may cost on a slow network. */
const FIRST_LOAD = 60_000;

it('a first visit loads at most 60 KB', async () => {
  const { page, context } = await browser.open({
    origin: story.cloud.url,
    language: 'zh-CN',
    width: 'phone',
  });
  const loads: Promise<number>[] = [];
  context.on('requestfinished', (request) => {
    // What the worker keeps for a day without a network comes behind the page.
    if (request.serviceWorker()) return;
    const size = request.sizes();
    loads.push(
      size.then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
    );
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  const sizes = await Promise.all(loads);
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(FIRST_LOAD);
  await context.close();
});
