import type { Page } from 'playwright-core';
import { shownPhone } from '../../contracts/pages/telephone.js';
import type { Town } from '../../domain/town/schema.js';
import { WORK } from '../../web/admin/work/words.js';
import { PAPER } from '../../web/admin/papers/words.js';
import { SHEET_WORDS } from '../../web/admin/inspection-sheets/words.js';
import { sampleTown } from '../towns/sample-town.js';
import { RESIDENT, TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { overflowAt } from './overflow-at.js';
import { picture } from './picture.js';
import { signInTo } from './sign-in.js';
import { type OpenPage, TestBrowser } from './test-browser.js';

/** Thursday evening before the last Friday of August 2026, the 28th. */
const EVENING_BEFORE = Date.parse('2026-08-27T17:40:00+08:00');
const ROUND = '/rounds/monthly-inspection/2026-08';
const TEAM = ['inspection-team-1', 'inspection-team-2', 'inspection-team-3'] as const;

const twoOffices = (town: Town): Town => ({
  ...town,
  households: [],
  supervisors: [],
  inspections: {
    ...town.inspections,
    offices: [
      { department: 'petition-office', methods: ['files', 'petition-reception'] },
      { department: 'red-cross', methods: ['files'] },
    ],
  },
});

let browser: TestBrowser;
/** One whose inspection is under way, and one whose report is published: tests come in any order. */
let underWay: TownStory;
let published: TownStory;

beforeAll(async () => {
  [underWay, published, browser] = await Promise.all([inspected(), inspected(), TestBrowser.launch()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), underWay.end(), published.end()]);
});

/** A town where three requests are closed in the evening, and drawn the next morning. */
async function inspected(): Promise<TownStory> {
  const story = await TownStory.begin({ console: true, at: EVENING_BEFORE, change: twoOffices });
  for (const n of [1, 2, 3]) await closed(story, n);
  await story.advance('PT16H');
  return story;
}

async function closed(story: TownStory, n: number): Promise<void> {
  const phone = `+861991111000${n}`;
  await story.submit({ phone, name: `示例居民${n}`, description: `示例：第${n}盏路灯不亮` });
  await story.reply('g52-a', '1');
  await story.reply('g52-a', '1 示例：已修好');
  await story.replyAsResident('1', phone);
}

/** Answers the texts to the team that ask such a thing and were not answered before. */
async function answer(story: TownStory, asked: RegExp, words: string, most = Infinity): Promise<void> {
  let left = most;
  for (const staff of TEAM)
    for (const text of story.textsTo(story.phoneOf(staff)).filter((body) => asked.test(body))) {
      const [, code = ''] = /编码(\w{4})/.exec(text) ?? [];
      if (left === 0 || answered.has(`${story.cloud.url} ${code}`)) continue;
      answered.add(`${story.cloud.url} ${code}`);
      left -= 1;
      await story.text(story.phoneOf(staff), `${code} ${words}`);
    }
}
const answered = new Set<string>();

/** What is wrong with a page: by axe, in the light and in the dark, by its width, and what left the machine. */
async function looksWell({ page, faults, settled }: OpenPage, name: string): Promise<string[]> {
  await settled();
  await picture(page, name);
  const wrong = [...(await violations(page)), ...faults];
  for (const width of [1280, 768, 375]) {
    const more = await overflowAt(page, width);
    if (more > 0) wrong.push(`${more} pixels too wide at ${width}`);
    if (width === 375) await picture(page, `${name} 375`);
  }
  return wrong;
}

/** What is asked of whoever is called. */
const points = sampleTown().inspections.methods.find(({ id }) => id === 'telephone')?.form ?? [];

const bar = (page: Page, label: string) => page.getByRole('progressbar', { name: new RegExp(label) });

/** How many calls of the town that is under way were answered. */
let calls = 0;

describe.each(['zh-CN', 'en'] as const)('an inspection that is under way, in %s', (language) => {
  const words = WORK[language];
  const sheetWords = SHEET_WORDS[language];
  let opened: OpenPage;
  let story: TownStory;
  beforeAll(async () => {
    story = underWay;
    opened = await browser.open({ origin: story.cloud.url, language, width: 'desk' });
    await opened.page.clock.install();
    await signInTo(opened, story, 'leader', ROUND);
  });
  afterAll(() => opened.context.close());

  test('says how far it is, and looks again by itself', async () => {
    const { page } = opened;
    await page.goto(`/console${ROUND}`);
    await bar(page, words.progress.made).first().waitFor();
    await page.getByText(words.progress.of(calls, 6), { exact: true }).first().waitFor();
    await answer(story, /请打电话问/, '2 2 示例：灯又坏了', 1);
    calls += 1;
    await page.clock.runFor(21_000);
    await page.getByText(words.progress.of(calls, 6), { exact: true }).first().waitFor();
    await page
      .getByRole('rowheader', { name: story.nameOf(TEAM[0]) })
      .first()
      .waitFor();
    expect(await looksWell(opened, `console inspection ${language}`)).toEqual([]);
  });

  test('has a sheet of calls for each inspector, with numbers, and a form for each check, each on a page', async () => {
    const { page } = opened;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`/console${ROUND}`);
    await page.getByRole('button', { name: words.rounds.sheets }).click();
    await page.getByRole('heading', { name: sheetWords.title }).waitFor();
    await page.getByRole('button', { name: PAPER[language].print, disabled: false }).waitFor();
    const said = await page.locator('main').innerText();
    expect(said).toContain(shownPhone(RESIDENT.phone, RESIDENT.phone));
    expect(said).toContain(sheetWords.personal);
    // What an inspector texts of a call: the numbers of the points that failed.
    for (const [at, { label }] of points.entries()) expect(said).toContain(`${at + 1}. ${label[language]}`);
    const boxes = await page.locator('.sheet-box').allTextContents();
    expect(new Set(boxes)).toEqual(new Set(sheetWords.tickReached));
    const sheets = await page.locator('.sheet').count();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(sheets);
    expect(sheets).toBeGreaterThanOrEqual(4);
    expect(await looksWell(opened, `console sheets ${language}`)).toEqual([]);
  });

  test('prints the sheet of one inspector by keyboard alone', async () => {
    const { page } = opened;
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`/console${ROUND}`);
    const link = page.getByRole('link', { name: words.inspectors.sheet(story.nameOf(TEAM[1])) });
    await link.focus();
    await page.keyboard.press('Enter');
    const print = page.getByRole('button', { name: PAPER[language].print, disabled: false });
    await print.waitFor();
    await page.evaluate(() => {
      globalThis.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await print.focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('body').getAttribute('data-printed')).toBe('yes');
    expect(await page.locator('.sheet').first().innerText()).toContain(story.nameOf(TEAM[1]));
  });

  test('that has not begun says when it does', async () => {
    const { page } = opened;
    await page.goto('/console/rounds/monthly-inspection/2026-09');
    await page.getByText(words.rounds.notHeld).waitFor();
    await page.getByText(/9月24日|24 Sep/).waitFor();
    expect(await looksWell(opened, `console round to come ${language}`)).toEqual([]);
  });

  test('that never was says where to look', async () => {
    const { page } = opened;
    await page.goto('/console/rounds/monthly-inspection/2026-07');
    await page.getByRole('link', { name: words.rounds.executions }).waitFor();
    expect(await looksWell(opened, `console round not held ${language}`)).toEqual([]);
  });
});

describe('an inspection whose report is published', () => {
  let story: TownStory;
  beforeAll(async () => {
    story = published;
    await answer(story, /请打电话问/, '2 2 示例：灯又坏了', 1);
    for (let round = 0; round < 3; round += 1) {
      await answer(story, /请做/, '1');
      await answer(story, /请打电话问/, '1');
    }
    await story.reply('g52-a', '1 示例：已换灯');
  });

  test.each(['zh-CN', 'en'] as const)(
    'shows beside each finding who puts it right and, once asked for, what was said, in %s',
    async (language) => {
      const words = WORK[language].findings;
      const opened = await browser.open({ origin: story.cloud.url, language, width: 'desk' });
      await signInTo(opened, story, 'leader', ROUND);
      const { page } = opened;
      await page.getByText(words.states['re-check']).first().waitFor();
      expect(await page.getByText('示例：灯又坏了').count()).toBe(0);
      // The name of a point that failed says by itself that it holds.
      await page.getByText(words.points(points[1]?.label[language] ?? 'none')).waitFor();
      await page.getByRole('button', { name: words.show }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('示例：灯又坏了').first().waitFor();
      await page.getByText('示例：已换灯').first().waitFor();
      expect(await looksWell(opened, `console findings ${language}`)).toEqual([]);
      await opened.context.close();
    },
  );
});
