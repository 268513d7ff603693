import type { Page } from 'playwright-core';
import { shownNumber } from '../../contracts/pages/request-number.js';
import { EXECUTIONS } from '../../web/admin/executions/words.js';
import { TownStory } from '../stories/town-story.js';
import { picture } from './picture.js';
import { signInTo } from './sign-in.js';
import { type OpenPage, TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;
/** A request that a grid has not taken yet, and one that is coordinated. */
let ids: Readonly<Record<'asked' | 'coordinated', string>>;

beforeAll(async () => {
  [story, browser] = await Promise.all([
    TownStory.begin({ console: true, at: Date.parse('2026-08-24T09:00:00+08:00') }),
    TestBrowser.launch(),
  ]);
  const coordinated = await story.submit({ category: 'cataract-surgery', description: '示例：看不清' });
  await story.reply('g52-a', '1');
  const asked = await story.submit({ phone: '+8619911110003', description: '示例：路口的灯不亮' });
  await story.advance('PT35M');
  ids = { asked: asked.id, coordinated: coordinated.id };
});

afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

async function opened(language: 'zh-CN' | 'en', path: string): Promise<OpenPage> {
  const open = await browser.open({ origin: story.cloud.url, language, width: 'desk' });
  await signInTo(open, story, 'administrator', path);
  return open;
}

const graph = (page: Page) => page.locator('.state-graph');

/** Pixels of the smallest text of the graph, and by how much it is larger than its room. */
const measured = (page: Page) =>
  graph(page).evaluate((room) => {
    const svg = room.querySelector('svg');
    const scale = (svg?.getBoundingClientRect().width ?? 0) / (svg?.viewBox.baseVal.width ?? 1);
    const sizes = [...room.querySelectorAll('text')].map((text) =>
      parseFloat(getComputedStyle(text).fontSize),
    );
    return {
      text: Math.min(...sizes) * scale,
      isScrolled: room.scrollWidth > room.clientWidth || room.scrollHeight > room.clientHeight,
      height: room.clientHeight,
      hasWidePage: document.documentElement.scrollWidth > document.documentElement.clientWidth,
    };
  });

describe.each([
  ['zh-CN', '派单：等网格员签收 · 已等35分钟', ['1 登记', '2 派单', '3 协办', '4 结案']],
  [
    'en',
    'Assign: ask the grid team to take it · for 35 min',
    ['1 Intake', '2 Assign', '3 Coordinate', '4 Close'],
  ],
] as const)('an execution in %s', (language, standing, heads) => {
  const words = EXECUTIONS[language];
  let open: OpenPage;
  beforeAll(async () => {
    open = await opened(language, '/executions');
  });
  beforeEach(async () => {
    await open.page.goto(`/console/executions/resident-request/${ids.asked}`);
    await graph(open.page).waitFor();
  });
  afterAll(() => open.context.close());

  it('says at its head which step it is in, and since when', async () => {
    const heading = open.page.getByRole('heading', { name: standing });
    await heading.waitFor();
    expect(await heading.count()).toBe(1);
  });

  it('is drawn in four steps, whole and large enough to read on a desk', async () => {
    const found = await graph(open.page).locator('.band-head').allTextContents();
    expect(found.filter((head) => /^\d/.test(head))).toEqual(heads);
    await picture(open.page, `console the graph ${language}`);
    const { text, isScrolled, height } = await measured(open.page);
    expect(text).toBeGreaterThanOrEqual(11);
    expect([isScrolled, height <= 800 - 56]).toEqual([false, true]);
  });

  it('is read and chosen with the keyboard', async () => {
    const { page } = open;
    const state = page.getByRole('button', {
      name: new RegExp(`^${standing.split(' ·')[0]} ${words.statuses.running}`),
    });
    await state.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: standing.split(' ·')[0] ?? '', exact: true }).waitFor();
    expect(await state.getAttribute('aria-pressed')).toBe('true');
  });

  it('is told as a table too: step, state, how it stands, since when', async () => {
    const { page } = open;
    await page.getByRole('tab', { name: words.states }).click();
    const row = page.getByRole('row').filter({ hasText: words.statuses.running }).last();
    const cells = await row.getByRole('cell').allTextContents();
    expect([cells[0], cells[1]]).toEqual([heads[1].slice(2), words.statuses.running]);
    expect(cells[2]).toMatch(/09:00/);
  });

  it('says in the list where it stands', async () => {
    await open.page.goto('/console/executions');
    const row = open.page.getByRole('row').filter({ hasText: shownNumber(ids.asked) });
    await row.waitFor();
    expect(await row.textContent()).toContain(standing);
    await picture(open.page, `console where executions stand ${language}`);
  });
});

it('a Chinese page says everything in Chinese: states, what they are for, events, how they stand', async () => {
  const numbers = new RegExp(`${ids.coordinated.slice(0, 4)}-?${ids.coordinated.slice(4)}`, 'g');
  for (const path of [`resident-request/${ids.coordinated}`, `coordination/${ids.coordinated}-1`]) {
    const { page, context } = await opened('zh-CN', `/executions/${path}`);
    await graph(page).waitFor();
    const said = await page
      .locator('main')
      .evaluate((main) =>
        [
          (main as HTMLElement).innerText,
          ...[...main.querySelectorAll('title, [aria-label]')].map(
            (one) => one.getAttribute('aria-label') ?? one.textContent,
          ),
        ].join('\n'),
      );
    const english = said
      .replaceAll(numbers, '')
      .split('\n')
      // AWS's things keep AWS's names.
      .filter((line) => /[A-Za-z]{2,}/.test(line.replaceAll('ARN', '')));
    expect([path, english]).toEqual([path, []]);
    await context.close();
  }
});

it('on a phone the graph begins at the state in which the work is, and the page does not scroll sideways', async () => {
  const open = await opened('zh-CN', '/executions');
  const { page } = open;
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto(`/console/executions/resident-request/${ids.coordinated}`);
  await graph(page).waitFor();
  await picture(page, 'console the graph on a phone');
  const { text, hasWidePage } = await measured(page);
  expect(text).toBeGreaterThanOrEqual(11);
  expect(hasWidePage).toBe(false);
  const box = await graph(page).locator('.state-running:not(.state-container)').boundingBox();
  expect(box !== null && box.x >= 0 && box.x + box.width <= 375).toBe(true);
  await open.context.close();
});
