import type { BrowserContext, Page } from 'playwright-core';
import { BOARD } from '../../web/admin/requests/words.board.js';
import { SHELL } from '../../web/admin/shell/words.js';
import { synthesizeBehindCloudFront } from '../stories/edge-assembly.js';
import { TownStory } from '../stories/town-story.js';
import { signInTo } from './sign-in.js';
import { type OpenPage, TestBrowser } from './test-browser.js';

/** Bytes of page, scripts and styles as they are sent: what the console may cost before the board is there. */
const FIRST_LOAD = 250_000;
/** Each costs a call of the function that serves them. */
const FIRST_FILES = 10;
const LATER = /\/console\/(?:br\/)?later-[A-Z0-9]{8}\.(?:js|css)$/;
const HASHED = /-[A-Z0-9]{8}\.(?:js|css)$/;

const BOARDS_NAME = new RegExp(`^(?:${SHELL.en.pages.requests}|${SHELL['zh-CN'].pages.requests})$`);

const words = SHELL.en;
let story: TownStory;
let browser: TestBrowser;
let opened: OpenPage;

beforeAll(async () => {
  [story, browser] = await Promise.all([TownStory.begin({ console: true }), TestBrowser.launch()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

beforeEach(async () => {
  opened = await browser.open({ origin: story.cloud.url, language: 'en', width: 'desk' });
});
afterEach(() => opened.context.close());

/** As a new version leaves it: what the open page names is gone, and the page names other files. */
async function deployNewVersion(context: BrowserContext): Promise<void> {
  await context.route(LATER, (route) => route.fulfill({ status: 404, body: '' }));
  await context.route(/\/console$/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<script src="/console/main-NEWER123.js"></script>' }),
  );
}

const pressNavigation = (page: Page, name: string) =>
  page.getByRole('navigation').getByRole('link', { name, exact: true }).click();

/** Loads the board as somebody does who was never here before; answers the bytes of each file that came. */
async function loadBoard(opened: OpenPage, story: TownStory): Promise<ReadonlyMap<string, number>> {
  const { page, context } = opened;
  await context.route(LATER, (route) => route.abort());
  await signInTo(opened, story, 'duty-desk', '/requests');
  const sizes = new Map<string, Promise<number>>();
  context.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/console')) return;
    sizes.set(
      pathname,
      request.sizes().then(({ responseBodySize }) => responseBodySize),
    );
  });
  // Nothing is kept.
  await (await context.newCDPSession(page)).send('Network.setCacheDisabled', { cacheDisabled: true });
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1, name: BOARDS_NAME }).waitFor();
  return new Map(await Promise.all([...sizes].map(async ([path, size]) => [path, await size] as const)));
}

function expectFirstLoad(sent: ReadonlyMap<string, number>): void {
  expect([...sent.keys()].filter((path) => /\/main-.*\.(?:js|css)$/.test(path))).toHaveLength(2);
  expect(sent.size).toBeLessThanOrEqual(FIRST_FILES);
  expect([...sent.values()].reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(FIRST_LOAD);
}

it('the board is there after 250 KB at most, and needs nothing that is loaded later', async () => {
  expectFirstLoad(await loadBoard(opened, story));
  expect(opened.faults).toEqual([]);
});

it('through CloudFront, too, which sends what the build compressed as it is', async () => {
  const { assembly, remove } = synthesizeBehindCloudFront();
  const behind = await TownStory.begin({ assembly, console: true });
  const through = await browser.open({ origin: behind.cloud.url, language: 'zh-CN', width: 'desk' });
  try {
    expectFirstLoad(await loadBoard(through, behind));
    expect(through.faults).toEqual([]);
  } finally {
    await through.context.close();
    await behind.end();
    remove();
  }
});

it('a file that is named after its content is kept for a year, the page is asked for each time', async () => {
  const { page, context } = opened;
  const kept = new Map<string, string | undefined>();
  context.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (HASHED.test(pathname)) kept.set(pathname, response.headers()['cache-control']);
  });
  const answer = await page.goto('/console', { waitUntil: 'networkidle' });
  expect(answer?.headers()['cache-control']).toBe('no-cache');
  expect(kept.size).toBeGreaterThanOrEqual(3);
  expect(new Set(kept.values())).toEqual(new Set(['public, max-age=31536000, immutable']));
});

it('whoever goes on from the board finds the next page loaded while nothing else was to do', async () => {
  const { page, addresses } = opened;
  const later = page.waitForRequest((request) => LATER.test(request.url()) && request.url().endsWith('.js'));
  await signInTo(opened, story, 'duty-desk', '/requests');
  await later;
  await page.waitForLoadState('networkidle');
  expect(addresses.filter((address) => LATER.test(address)).length).toBeGreaterThanOrEqual(2);
  await opened.context.route(/\/console\//, (route) => route.abort());
  await pressNavigation(page, words.pages.tasks);
  await page.getByRole('heading', { level: 1, name: words.pages.tasks }).waitFor();
});

describe('a page of an older version', () => {
  it('says that there is a new one where it cannot go on, and keeps what was typed', async () => {
    const { page, context } = opened;
    await deployNewVersion(context);
    await signInTo(opened, story, 'duty-desk', '/requests');
    const box = page.getByRole('searchbox', { name: BOARD.en.search.label });
    await box.fill('street light by the bridge');
    await pressNavigation(page, words.pages.tasks);
    await page.getByText(words.notLoaded.newVersion).first().waitFor();
    expect(await box.inputValue()).toBe('street light by the bridge');
    expect(new URL(page.url()).pathname).toBe('/console/requests');
    await context.unrouteAll();
    await pressNavigation(page, words.pages.tasks);
    await page.getByRole('heading', { level: 1, name: words.pages.tasks }).waitFor();
  });

  it('says so in place of a page that was asked for by its address, which a reload brings', async () => {
    const { page, context } = opened;
    await signInTo(opened, story, 'duty-desk', '/requests');
    await deployNewVersion(context);
    await (await context.newCDPSession(page)).send('Network.setCacheDisabled', { cacheDisabled: true });
    await page.goto('/console/tasks');
    await page.getByRole('heading', { name: words.notLoadedTitle }).waitFor();
    await page.getByText(words.notLoaded.newVersion).waitFor();
    await context.unrouteAll();
    await page.getByRole('button', { name: words.reloadPage }).click();
    await page.getByRole('heading', { level: 1, name: words.pages.tasks }).waitFor();
    expect(await page.getByRole('heading', { name: words.notLoadedTitle }).count()).toBe(0);
  });

  it('that cannot reach the service says that instead', async () => {
    const { page, context } = opened;
    await context.route(LATER, (route) => route.abort());
    await signInTo(opened, story, 'duty-desk', '/requests');
    await context.route(/\/console$/, (route) => route.abort());
    await pressNavigation(page, words.pages.tasks);
    await page.getByText(words.notLoaded.unreached).first().waitFor();
    expect(await page.getByText(words.notLoaded.newVersion).count()).toBe(0);
  });
});
