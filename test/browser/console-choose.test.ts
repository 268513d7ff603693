import type { Locator, Page } from 'playwright-core';
import type { Role } from '../../domain/access/permissions.js';
import { shownNumber } from '../../contracts/pages/request-number.js';
import { TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { picture } from './picture.js';
import { signInTo } from './sign-in.js';
import { type OpenPage, type PageOptions, TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;

/** Monday, just before the weekly inspection, which asks a leader of the town to check one grid. */
const SUPERVISOR = 'town-leader-1';

beforeAll(async () => {
  [story, browser] = await Promise.all([
    TownStory.begin({
      at: Date.parse('2026-08-24T08:20:00+08:00'),
      console: true,
      change: (town) => ({
        ...town,
        households: [],
        supervisors: [{ staff: SUPERVISOR, role: 'leader', village: 'zhukou' }],
      }),
    }),
    TestBrowser.launch(),
  ]);
  await story.advance('PT15M');
  await story.submit({ phone: '+8619911120001', description: '示例：路灯不亮' });
  await story.submit({
    phone: '+8619911120002',
    description: '示例：垃圾没人清',
    category: 'household-refuse',
  });
});

afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

/** Two reports of one light; of each language another, for what is joined waits. */
async function twoOfALight(language: string): Promise<[string, string]> {
  const report = (nth: number) =>
    story.submit({
      phone: `+861991112${language === 'en' ? 1 : 2}00${nth}`,
      description: `示例：桥头路灯不亮（${nth}）`,
    });
  const [one, other] = [await report(1), await report(2)];
  return [one.id, other.id];
}

/** The board on a phone, as somebody of this role. */
async function onBoard(language: PageOptions['language'], role: Role): Promise<OpenPage> {
  const opened = await browser.open({ origin: story.cloud.url, language, width: 'phone' });
  await opened.page.clock.setFixedTime(story.cloud.clock.now());
  await signInTo(opened, story, role, '/requests');
  return opened;
}

/** Ticks the first two cards; answers the boxes of all. */
async function chooseTwo(page: Page): Promise<Locator> {
  const ticks = page.locator('.chosen-tick input');
  await ticks.nth(1).waitFor();
  for (const nth of [0, 1]) await ticks.nth(nth).check();
  return ticks;
}

const overflows = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

/** A phone held across, and upright again. */
const TURNED = [
  [812, 375],
  [375, 812],
] as const;

const WORDS = {
  'zh-CN': {
    choose: '多选',
    over: '退出多选',
    act: /批量处理（2）/,
    remind: '催办',
    reassign: '改派',
    reason: '原因',
    join: '合并办理',
    first: '并入哪一件（诉求编号）',
    isFirst: '其余的并入这一件',
    asked: '等我答复',
    tasks: '等您办理的任务',
  },
  en: {
    choose: 'Choose several',
    over: 'Stop choosing',
    act: /Act on the chosen 2/,
    remind: 'Remind',
    reassign: 'Reassign',
    reason: 'Why',
    join: 'Join',
    first: 'Number of the request that they are joined to',
    isFirst: 'the others are joined to it',
    asked: 'Asked of me',
    tasks: 'Tasks waiting for you',
  },
} as const;

describe.each(['zh-CN', 'en'] as const)('the board on a phone, in %s', (language) => {
  const words = WORDS[language];

  it('has several cards chosen, which are acted on together', async () => {
    const { page, context, faults } = await onBoard(language, 'duty-desk');
    await page.getByRole('button', { name: words.choose }).click();
    const ticks = await chooseTwo(page);
    const act = page.getByRole('button', { name: words.act });
    await act.waitFor();
    const box = await act.boundingBox();
    expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
    await picture(page, `console choose ${language}`);
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await act.click();
    await page.getByRole('menuitem', { name: words.remind }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.over }).click();
    expect(await ticks.count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('keeps a dialog on several open with what was typed, and them chosen, when the phone is turned', async () => {
    const { page, context, faults } = await onBoard(language, 'administrator');
    await page.getByRole('button', { name: words.choose }).click();
    await chooseTwo(page);
    await page.getByRole('button', { name: words.act }).click();
    await page.getByRole('menuitem', { name: words.reassign }).click();
    const reason = page.getByRole('dialog').getByLabel(words.reason);
    await reason.fill('示例：改由同事办理');
    for (const [width, height] of TURNED) {
      await page.setViewportSize({ width, height });
      await page
        .locator(width > 688 ? 'main table' : 'main .cards')
        .first()
        .waitFor();
      expect(await reason.count()).toBe(1);
      expect(await reason.inputValue()).toBe('示例：改由同事办理');
      expect(await overflows(page)).toBe(false);
    }
    await page.keyboard.press('Escape');
    expect(await page.locator('.chosen-tick input:checked').count()).toBe(2);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('joins the chosen to one of them, which stays as it is', async () => {
    const [one, other] = await twoOfALight(language);
    const { page, context, faults } = await onBoard(language, 'duty-desk');
    await page.getByRole('button', { name: words.choose }).click();
    for (const id of [one, other]) await page.getByRole('checkbox', { name: shownNumber(id) }).check();
    await page.getByRole('button', { name: words.act }).click();
    await page.getByRole('menuitem', { name: words.join }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words.first).fill(one);
    await dialog.getByLabel(words.reason).fill('示例：同一盏灯');
    await dialog.getByRole('button', { name: words.join, exact: true }).click();
    await dialog.getByText(words.isFirst).waitFor();
    await dialog
      .getByRole('listitem')
      .filter({ hasText: shownNumber(other) })
      .getByText(one.slice(0, 4))
      .waitFor();
    await picture(page, `console join ${language}`);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows the tasks that wait for whoever looks beside the requests that do', async () => {
    const { page, context, faults } = await onBoard(language, 'leader');
    await page.getByRole('button', { name: words.asked }).click();
    const tasks = page.getByRole('region', { name: words.tasks });
    await tasks.getByRole('link').first().waitFor();
    await picture(page, `console asked tasks ${language}`);
    expect(await violations(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
    await tasks.getByRole('link').first().click();
    await page.waitForURL('**/tasks/*');
    expect(faults).toEqual([]);
    await context.close();
  });
});
