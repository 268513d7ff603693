import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { meRoute } from '../../contracts/console/session.js';
import { MESSAGES } from '../../contracts/resident/messages.js';
import { middleOf } from '../../contracts/map/projection.js';
import { DEFINITIONS } from '../../domain/statistics/figures.js';
import { MAP } from '../../web/admin/map/words.js';
import { BOARD } from '../../web/admin/requests/words.board.js';
import { SHELL } from '../../web/admin/shell/words.js';
import { STATISTICS } from '../../web/admin/statistics/words.js';
import { TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { picture } from './picture.js';
import { signInTo } from './sign-in.js';
import { type OpenPage, TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;

beforeAll(async () => {
  [story, browser] = await Promise.all([TownStory.begin({ console: true }), TestBrowser.launch()]);
  await story.submit();
  await story.reply('g52-a', '1');
  await story.reply('g52-a', '1 示例：已换灯泡');
  await story.replyAsResident('1');
  const other = story.town.villages.find(({ id }) => id === 'dongsun')?.groups[0]?.number ?? 1;
  const [lng, lat] = middleOf(story.town.grids.find(({ number }) => number === 52)?.polygon ?? []);
  const neighbour = { name: '示例居民乙', phone: '+8619911110002', location: { lat, lng } };
  await story.submit({ ...neighbour, village: 'dongsun', group: other });
});
afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

const open = (language: 'zh-CN' | 'en', width: 'phone' | 'desk' = 'desk'): Promise<OpenPage> =>
  browser.open({ origin: story.cloud.url, language, width });

/** What the browser was handed to keep. */
async function saved(page: Page, region: string, kind: string): Promise<Buffer> {
  const chart = page.locator(region);
  await chart.getByRole('button', { name: STATISTICS.en.save }).click();
  const download = page.waitForEvent('download');
  await chart.getByRole('menuitem', { name: kind }).click();
  return readFile(await (await download).path());
}

const sizeOf = (png: Buffer): number[] => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe.each(['zh-CN', 'en'] as const)('the statistics, in %s', (language) => {
  const words = STATISTICS[language];

  it('say first what residents said, and of each figure what it was before', async () => {
    const opened = await open(language);
    const { page, context, faults } = opened;
    await signInTo(opened, story, 'leader', '/statistics');
    await page.getByRole('heading', { name: words.said }).waitFor();
    await page.getByText(words.change.was('0')).first().waitFor();
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(headings.indexOf(words.said)).toBeLessThan(headings.indexOf(words.whole));
    await picture(page, `statistics ${language}`);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('lead from a figure to as many requests as it counts, and back', async () => {
    const opened = await open(language);
    const { page, context } = opened;
    await signInTo(opened, story, 'leader', '/statistics?period=this-year&by=village');
    const card = page.getByRole('listitem').filter({ hasText: DEFINITIONS.received.definition[language] });
    await card.getByText('2', { exact: true }).waitFor();
    await card.getByRole('link', { name: words.showRequests }).click();
    await page.getByText(BOARD[language].counted.found(2, 2), { exact: false }).waitFor();
    expect(new URL(page.url()).search).toContain('counted=received');
    expect(await page.locator('tbody tr').count()).toBe(2);
    await picture(page, `counted ${language}`);
    expect(await violations(page)).toEqual([]);
    await page.goBack();
    await page.getByRole('heading', { name: words.said }).waitFor();
    expect(new URL(page.url()).search).toContain('this-year');
    await context.close();
  });

  it('are read on a phone', async () => {
    const opened = await open(language, 'phone');
    const { page, context } = opened;
    await page.setViewportSize({ width: 375, height: 812 });
    await signInTo(opened, story, 'leader', '/statistics');
    await page.locator('svg.bars').waitFor();
    await picture(page, `statistics phone ${language}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    await context.close();
  });
});

it('a bar leads to the requests of its village, by keyboard too', async () => {
  const opened = await open('en');
  const { page, context } = opened;
  await signInTo(opened, story, 'leader', '/statistics');
  await page.getByRole('link', { name: /^Dongsun ?1/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(BOARD.en.counted.found(1, 1), { exact: false }).waitFor();
  expect(new URL(page.url()).search).toContain('village=dongsun');
  await context.close();
});

it('the map of a town that never closed a day says so, and outlines the focused grid whole, above its neighbours', async () => {
  const opened = await open('en');
  const { page, context } = opened;
  await signInTo(opened, story, 'leader', '/statistics');
  const area = page.locator('svg.town-map .map-areas [tabindex="0"]');
  await area.focus();
  expect(await area.getAttribute('aria-label')).toContain(MAP.en.notClosed);
  await page.keyboard.press('ArrowRight');
  const ring = page.locator('svg.town-map .map-rings .focus');
  expect(await ring.getAttribute('d')).toBe(await area.getAttribute('d'));
  await picture(page, 'map focus');
  await page.keyboard.press('Tab');
  expect(await ring.getAttribute('d')).toBe('');
  await context.close();
});

it('the dots of a map are named by what and where, and come to by keys; Enter opens the grid that one lies in', async () => {
  const opened = await open('en');
  const { page, context } = opened;
  await signInTo(opened, story, 'leader', '/statistics');
  const dot = page.locator('.map-points [role="button"][tabindex="0"]');
  await dot.waitFor({ state: 'attached' });
  await page.locator('.map-areas [tabindex="0"]').focus();
  await page.keyboard.press('Shift+Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.town-map'))).toBeNull();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(name).toMatch(/^Street light, \d+ /);
  expect(await page.locator('.map-points .focus').getAttribute('d')).toBe(await dot.getAttribute('d'));
  await picture(page, 'map dot focus');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  const [, grid = ''] = /, (\d+) /.exec(name ?? '') ?? [];
  expect(await page.locator('.map-areas [aria-pressed="true"]').getAttribute('aria-label')).toMatch(
    new RegExp(`^${grid} `),
  );
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(name);
  await context.close();
});

it('a map that knows no requests, and figures without those before, say that they could not be loaded, and can be asked for again', async () => {
  const opened = await open('en');
  const { page, context } = opened;
  const unreached = /\/admin\/map\/points|\/bulletin|\/statistics\?.*from=2026-07/;
  await context.route(unreached, (route) => route.fulfill({ status: 503, body: '' }));
  await signInTo(opened, story, 'leader', '/statistics');
  await page.getByText(STATISTICS.en.noComparison).waitFor();
  const map = page.locator('[data-chart="map"]');
  const again = map.getByRole('button', { name: SHELL.en.tryAgain });
  await again.nth(1).waitFor();
  expect(await map.locator('svg .grid, svg [role="button"]').count()).toBe(0);
  expect(await violations(page)).toEqual([]);
  await context.unroute(unreached);
  await page.getByRole('button', { name: SHELL.en.tryAgain }).first().click();
  await page.getByText(STATISTICS.en.noComparison).waitFor({ state: 'detached' });
  await context.close();
});

/** As a script's text: the tests' own modules import nothing from a page. */
const LATER_IS_THERE = `(async () => {
  const later = document.getElementById('later-styles');
  while (later.sheet === null) await new Promise(requestAnimationFrame);
  await import(later.dataset.script);
})()`;

it('an address that names no figure leads to the statistics, also where the page is there before anybody is known', async () => {
  const opened = await open('en');
  const { page, context } = opened;
  await signInTo(opened, story, 'leader', '/statistics');
  await page.route(`**${meRoute.path}`, async (call) => {
    await page.evaluate(LATER_IS_THERE);
    await call.continue();
  });
  await page.goto('/console/statistics/requests');
  await page.getByRole('heading', { name: STATISTICS.en.said }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/console/statistics');
  await context.close();
});

it('every chart is kept as a picture, as a drawing and as a table', async () => {
  const opened = await open('en');
  const { page, context, faults } = opened;
  await signInTo(opened, story, 'leader', '/statistics');
  await page.locator('svg.bars').waitFor();
  await page.locator('svg.town-map').waitFor();
  for (const [chart, said, caption] of [
    [
      '[data-chart="places"]',
      'Dongsun',
      [
        STATISTICS.en.chartOf(DEFINITIONS.received.name.en),
        'Sanhehu Town, Sat, 1 Aug 2026 to Mon, 24 Aug 2026',
      ],
    ],
    [
      '[data-chart="map"]',
      'Sanhe Lake',
      [
        STATISTICS.en.mapOf(STATISTICS.en.mapFigures.open),
        STATISTICS.en.beforeClose('Sanhehu Town', MAP.en.notClosed),
      ],
    ],
  ] as const) {
    const { en } = STATISTICS;
    const drawing = (await saved(page, chart, en.saved.svg)).toString('utf8');
    expect(drawing).toMatch(/^<svg/);
    expect(drawing).toContain(said);
    // Away from the page nothing else says what it shows, and of when.
    for (const line of caption) expect(drawing).toContain(line);
    expect(drawing).not.toMatch(/href|class=|onclick|var\(/);
    const png = await saved(page, chart, en.saved.png);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(Math.min(...sizeOf(png))).toBeGreaterThan(300);
    const folder = process.env['BROWSER_PICTURES'];
    if (folder !== undefined && folder !== '') await writeFile(`${folder}/chart-${said}.png`, png);
    const table = (await saved(page, chart, en.saved.csv)).toString('utf8');
    expect(table.split('\n').length).toBeGreaterThan(40);
  }
  expect(faults).toEqual([]);
  await context.close();
});

it.each(['zh-CN', 'en'] as const)(
  'without scripts the map is drawn all the same, in %s',
  async (language) => {
    const { page, context } = await open(language, 'phone');
    await page.goto('/plain/statistics');
    await page
      .getByRole('img', { name: MESSAGES[language].statistics.mapIs(DEFINITIONS.received.name[language]) })
      .waitFor();
    expect(await page.locator('.town-map .shade-3, .town-map .shade-1').count()).toBeGreaterThan(0);
    await picture(page, `plain statistics ${language}`);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel(MESSAGES[language].map.shade).selectOption('saidSatisfied');
    await page.getByRole('button', { name: MESSAGES[language].statistics.show }).click();
    await page
      .getByRole('img', {
        name: MESSAGES[language].statistics.mapIs(DEFINITIONS.saidSatisfied.name[language]),
      })
      .waitFor();
    expect(await page.locator('.town-map .shade-3').count()).toBeGreaterThan(0);
    await context.close();
  },
);
