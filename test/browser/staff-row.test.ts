import type { Page } from 'playwright-core';
import type { Language } from '../../domain/words/language.js';
import { MESSAGES } from '../../web/staff/messages.js';
import { codeTextedTo } from '../stories/staff-door.js';
import { linkTo, withLinks } from '../stories/texted-link.js';
import { TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { picture } from './picture.js';
import { tabTo } from './tab-to.js';
import { type OpenPage, TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;

beforeAll(async () => {
  [story, browser] = await Promise.all([TownStory.begin({ change: withLinks }), TestBrowser.launch()]);
  // Until the visits of the week are texted.
  await story.advance('PT1H');
});

afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

/** The phone that the pages are made for, CSS pixels. */
const PHONE = { width: 375, height: 812 };
const WIDTHS = [375, 768, 1280, 1920];
/** Bytes on the wire, headers included: what a first visit may cost on a slow network. */
const FIRST_LOAD = 60_000;

async function openAt(language: Language, width: 'phone' | 'desk'): Promise<OpenPage> {
  const opened = await browser.open({ origin: story.cloud.url, language, width });
  await opened.page.clock.setFixedTime(story.cloud.clock.now());
  if (width === 'phone') await opened.page.setViewportSize(PHONE);
  return opened;
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function signIn(page: Page, language: Language, staff: string): Promise<void> {
  const { signIn: words } = MESSAGES[language];
  await page.goto('/staff');
  await page.getByRole('textbox', { name: words.phone }).fill(story.phoneOf(staff));
  await page.getByRole('button', { name: words.ask }).click();
  const code = page.getByRole('textbox', { name: words.code });
  await code.waitFor();
  await story.cloud.clock.settled();
  await code.fill(codeTextedTo(story, story.phoneOf(staff)) ?? '');
  await page.getByRole('button', { name: words.enter, exact: true }).click();
  await heading(page).getByText(story.nameOf(staff)).waitFor();
}

let reported = 0;
/** Each by another resident: whoever reports a lot is asked to stop. */
const report = (matter: object = {}) => {
  reported += 1;
  return story.submit({ phone: `+861991112${String(reported).padStart(4, '0')}`, ...matter });
};

/** Whether all of it can be seen where the page stands. */
const isInView = async (page: Page, words: string): Promise<boolean> => {
  const box = await page.getByText(words, { exact: true }).first().boundingBox();
  const bar = await page.locator('.answer-bar').boundingBox();
  return box !== null && bar !== null && box.y >= 0 && box.y + box.height <= bar.y;
};

const overflows = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

async function fitsEveryWidth(page: Page): Promise<void> {
  const size = page.viewportSize() ?? PHONE;
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: PHONE.height });
    expect([width, await overflows(page)]).toEqual([width, false]);
  }
  await page.setViewportSize(size);
}

/** What the domain calls the answers, and who answers in which language. */
const WORDS = {
  'zh-CN': {
    head: 'g52-a',
    grid: 52,
    row: { head: 'g53-a', grid: 53, village: 'zhukou' },
    take: '收到',
    approve: '同意',
    left: '左眼',
  },
  en: {
    head: 'g51-a',
    grid: 51,
    row: { head: 'g54-a', grid: 54, village: 'houjiayuan' },
    take: 'take',
    approve: 'approve',
    left: 'Left',
  },
} as const;

const groupIn = ({ grid, village }: { readonly grid: number; readonly village: string }) =>
  story.town.villages.find(({ id }) => id === village)?.groups.find((one) => one.grid === grid)?.number;

const FORM = { age: 72, 'resident-of-town': true, eye: 'left' };

/** An application for cataract surgery, handed in by the link that was texted last. */
async function handIn(description: string): Promise<void> {
  await report({ category: 'cataract-surgery', description });
  await story.reply('g52-a', '1');
  const answered = await story.http(linkTo(story, 'g52-a'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ option: 'done', form: FORM }),
  });
  expect(answered.status).toBe(202);
  await story.cloud.clock.settled();
}

describe.each(['zh-CN', 'en'] as const)('whoever has much to answer, in %s', (language) => {
  const words = WORDS[language];
  const { answer, sent, work } = MESSAGES[language];

  it('sees on the first screen of a phone what is asked, whom to call and the answer, and gives it in one tap', async () => {
    const receipt = await report({
      group: story.groupOf(words.grid),
      description: `示例：${language} 路灯不亮了`,
    });
    const { page, context, faults } = await openAt(language, 'phone');
    await page.goto(linkTo(story, words.head));
    const take = page.getByRole('button', { name: words.take, exact: true });
    await take.waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const box = await take.boundingBox();
    expect((box?.y ?? PHONE.height) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.height);
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect(await isInView(page, `示例：${language} 路灯不亮了`)).toBe(true);
    expect(await page.getByRole('link', { name: answer.callNumber('') }).getAttribute('href')).toMatch(
      /^tel:\+86/,
    );
    expect(
      await page
        .locator('.facts')
        .getByText(/^199 1112 \d{4}$/)
        .getAttribute('href'),
    ).toMatch(/^tel:\+861991112/);
    await fitsEveryWidth(page);
    await take.click();
    await page.getByRole('button', { name: sent.takeBack }).waitFor();
    await picture(page, `staff held ${language}`);
    expect(await violations(page)).toEqual([]);
    expect((await story.view(receipt)).status).toBe('assigned');
    await page.getByRole('button', { name: sent.takeBack }).click();
    await take.click();
    await heading(page).getByText(sent.heading).waitFor();
    await story.cloud.clock.settled();
    expect((await story.view(receipt)).status).toBe('accepted');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('has whom to call, the answer and any other in one row of a phone, however long their words', async () => {
    await report({
      category: 'cataract-surgery',
      group: story.groupOf(words.grid),
      description: '示例：看不清',
    });
    await story.reply(words.head, '1');
    const { page, context } = await openAt(language, 'phone');
    await page.goto(linkTo(story, words.head));
    const others = page.getByRole('button', { name: answer.others });
    await others.waitFor();
    const row = await page.locator('.answer-bar > :not(p)').all();
    const tops = await Promise.all(row.map(async (one) => (await one.boundingBox())?.y));
    expect(row).toHaveLength(3);
    expect(new Set(tops).size).toBe(1);
    expect(await overflows(page)).toBe(false);
    await picture(page, `staff an application ${language}`);
    await context.close();
  });

  it('closes the page right after the tap, and has answered all the same', async () => {
    const receipt = await report({
      group: story.groupOf(words.grid),
      description: `示例：${language} 关了页面`,
    });
    const { page, context } = await openAt(language, 'phone');
    await page.goto(linkTo(story, words.head));
    await page.getByRole('button', { name: words.take, exact: true }).click();
    await page.getByRole('button', { name: sent.takeBack }).waitFor();
    await page.goto('about:blank');
    // Each look at another page is a moment for what is on its way.
    for (let look = 0; look < 300 && (await story.view(receipt)).status !== 'accepted'; look += 1) {
      await page.goto('/plain');
      await story.cloud.clock.settled();
    }
    expect((await story.view(receipt)).status).toBe('accepted');
    await context.close();
  });

  it('answers three in a row by the keyboard alone, each led on to the next', async () => {
    const receipts = [];
    for (const n of [1, 2, 3])
      receipts.push(
        await report({
          village: words.row.village,
          group: groupIn(words.row),
          description: `示例：${language} 第${n}件`,
        }),
      );
    const { page, context, faults } = await openAt(language, 'desk');
    await signIn(page, language, words.row.head);
    await page.locator('main').focus();
    const open = page.getByRole('link', { name: MESSAGES[language].kinds.acceptance });
    expect(await open.count()).toBeGreaterThanOrEqual(3);
    await tabTo(page, open.first());
    await page.keyboard.press('Enter');
    for (const n of [1, 2, 3]) {
      await page.getByRole('button', { name: words.take, exact: true }).waitFor();
      // From the heading, which takes the focus, the first stop leads to the answer.
      await page.locator('h1:focus').waitFor();
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: sent.takeBack }).waitFor();
      if (n < 3) {
        await tabTo(page, page.locator('a.next'));
        await picture(page, `staff next ${language} ${n}`);
        await page.keyboard.press('Enter');
      }
    }
    await heading(page).getByText(sent.heading).waitFor();
    expect(await violations(page)).toEqual([]);
    await story.cloud.clock.settled();
    for (const receipt of receipts) expect((await story.view(receipt)).status).toBe('accepted');
    expect(await page.getByText(MESSAGES[language].outbox.heading).count()).toBe(0);
    await page.getByRole('link', { name: work.link }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('approves with the applicant and the form in view, and by the keyboard alone', async () => {
    await handIn(`示例：${language} 左眼看不清`);
    const { page, context, faults } = await openAt(language, 'phone');
    await page.goto(linkTo(story, 'red-cross-1'));
    const approve = page.getByRole('button', { name: words.approve, exact: true });
    await approve.waitFor();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    for (const shown of ['72', words.left, '示例居民甲'])
      expect([shown, await isInView(page, shown)]).toEqual([shown, true]);
    const box = await approve.boundingBox();
    expect((box?.y ?? PHONE.height) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.height);
    await fitsEveryWidth(page);
    expect(await violations(page)).toEqual([]);
    await tabTo(page, page.getByRole('button', { name: answer.refuseOr }));
    await page.keyboard.press('Enter');
    await picture(page, `staff approval others ${language}`);
    expect(await violations(page)).toEqual([]);
    const chosen = page.getByRole('radio', { name: words.approve });
    await tabTo(page, chosen);
    await page.keyboard.press('Space');
    expect(await chosen.isChecked()).toBe(true);
    await tabTo(page, page.getByRole('button', { name: answer.sendThis(words.approve) }));
    await page.keyboard.press('Enter');
    await heading(page).getByText(sent.heading).waitFor({ timeout: 30_000 });
    expect(faults).toEqual([]);
    await context.close();
  });
});

it('a first visit of the staff loads at most 60 KB', async () => {
  await report();
  const { page, context } = await openAt('zh-CN', 'phone');
  const loads: Promise<number>[] = [];
  context.on('requestfinished', (request) => {
    const size = request.sizes();
    loads.push(
      size.then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
    );
  });
  await page.goto(linkTo(story, 'g52-a'), { waitUntil: 'networkidle' });
  const sizes = await Promise.all(loads);
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(FIRST_LOAD);
  await context.close();
});
