import type { Page } from 'playwright-core';
import type { Language } from '../../domain/words/language.js';
import { codeTextedTo } from '../stories/staff-door.js';
import { TownStory } from '../stories/town-story.js';
import { MESSAGES } from '../../web/staff/messages.js';
import { violations } from './accessibility.js';
import { picture } from './picture.js';
import { type OpenPage, type PageOptions, TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;

beforeAll(async () => {
  [story, browser] = await Promise.all([TownStory.begin(), TestBrowser.launch()]);
  // Until the visits of the week are planned.
  await story.advance('PT1H');
});

afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

async function openAt(language: Language, width: PageOptions['width']): Promise<OpenPage> {
  const opened = await browser.open({ origin: story.cloud.url, language, width });
  await opened.page.clock.setFixedTime(story.cloud.clock.now());
  return opened;
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

const WORDS = {
  'zh-CN': {
    title: '登录',
    phone: '手机号',
    getCode: '获取验证码',
    noPhone: '请填写手机号',
    badPhone: '不是有效的电话号码',
    code: '验证码',
    enter: '登录',
    wrong: '验证码不对或已失效',
    again: '没收到，重新获取',
    askedAgain: '已重新获取',
    nothing: '现在没有等您答复的事项',
    takes: '请签收',
    take: '收到',
    recorded: '已记录',
    all: '我的全部事项',
    visits: '本周走访',
    leave: '休假',
    noLeave: '没有登记休假',
    from: '从哪天',
    to: '到哪天',
    takeLeave: '登记休假',
    alone: '无人顶替',
    noDay: '请选择从哪天开始休假',
    noted: '已登记休假：2026年9月1日周二至2026年9月3日周四。',
    end: '结束休假：2026年9月1日周二至2026年9月3日周四',
    ended: '这次休假已取消',
    out: '退出登录',
    category: '类别 停电',
    misread: '看错了',
    corrected: '已更正：类别',
  },
  en: {
    title: 'Sign in',
    phone: 'Phone number',
    getCode: 'Get a code',
    noPhone: 'Fill in your phone number',
    badPhone: 'is not a valid phone number',
    code: 'Code',
    enter: 'Sign in',
    wrong: 'This is not the code',
    again: 'No text? Get another code',
    askedAgain: 'Asked again',
    nothing: 'Nothing waits for your answer',
    takes: 'Can you take it on?',
    take: 'take',
    recorded: 'Recorded',
    all: 'All I have to do',
    visits: 'Visits of the week',
    leave: 'Leave',
    noLeave: 'No leave is noted',
    from: 'From',
    to: 'To',
    takeLeave: 'Take leave',
    alone: 'nobody would stand in',
    noDay: 'Say from which day',
    noted: 'Leave is noted: Tue, 1 Sep 2026 to Thu, 3 Sep 2026.',
    end: 'End the leave Tue, 1 Sep 2026 to Thu, 3 Sep 2026',
    ended: 'The leave is taken back',
    out: 'Sign out',
    category: 'category power cut',
    misread: 'misread',
    corrected: 'Corrected: category',
  },
} as const;

/** Grid 52's head in one language, the head of grid 51 in the other: each gets a code of their own. */
const HEADS = { 'zh-CN': 'g52-a', en: 'g51-a' } as const;
const STAND_INS = { 'zh-CN': 'g52-b', en: 'g51-b' } as const;
const GRIDS = { 'zh-CN': 52, en: 51 } as const;

/** Signs a member of staff in by the code that they are texted. */
async function signIn(page: Page, language: Language, staff: string): Promise<void> {
  const words = WORDS[language];
  await page.goto('/staff');
  await page.getByRole('textbox', { name: words.phone }).fill(story.phoneOf(staff).replace('+86', ''));
  await page.getByRole('button', { name: words.getCode }).click();
  const field = page.getByRole('textbox', { name: words.code });
  await field.waitFor();
  await story.cloud.clock.settled();
  await field.fill(codeTextedTo(story, story.phoneOf(staff)) ?? '');
  await page.getByRole('button', { name: words.enter, exact: true }).click();
  await heading(page).getByText(story.nameOf(staff)).waitFor();
}

/** What they own they put right there, and say why. */
async function putRight(page: Page, language: Language): Promise<void> {
  const { correcting, work } = MESSAGES[language];
  await page.getByRole('heading', { name: work.owned(1) }).waitFor();
  const owned = page.locator('details').first();
  await owned.locator('summary').click();
  await owned.getByRole('textbox', { name: correcting.labels.words }).fill(WORDS[language].category);
  await owned.getByRole('button', { name: correcting.send.words }).click();
  await owned.getByRole('alert').getByText(correcting.missing.reason).waitFor();
  await picture(page, `staff work correcting ${language}`);
  expect(await violations(page)).toEqual([]);
  await owned.getByRole('textbox', { name: correcting.labels.reason }).fill(WORDS[language].misread);
  await owned.getByRole('button', { name: correcting.send.words }).click();
  await owned.getByRole('status').filter({ hasText: WORDS[language].corrected }).waitFor();
}

describe.each(['zh-CN', 'en'] as const)('a cadre without a link, in %s', (language) => {
  const words = WORDS[language];
  const head = HEADS[language];

  it('signs in by a texted code, is told what is wrong, and answers what they are asked', async () => {
    const { page, context, faults, addresses } = await openAt(language, 'phone');
    await page.goto('/staff');
    await heading(page).getByText(words.title).waitFor();
    await page.getByRole('button', { name: words.getCode }).click();
    await page.getByRole('alert').getByRole('link', { name: words.noPhone }).click();
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText(words.badPhone).waitFor();
    await picture(page, `staff sign-in ${language}`);
    expect(await violations(page)).toEqual([]);

    const phone = story.phoneOf(head);
    await page.getByRole('textbox', { name: words.phone }).fill(phone.replace('+86', ''));
    await page.getByRole('button', { name: words.getCode }).click();
    const code = page.getByRole('textbox', { name: words.code });
    await code.fill('00000000');
    await page.getByRole('button', { name: words.enter, exact: true }).click();
    await page.getByRole('alert').getByText(words.wrong).waitFor();
    await page.getByRole('button', { name: words.again }).click();
    await page.getByText(words.askedAgain).waitFor();
    await picture(page, `staff code ${language}`);
    expect(await violations(page)).toEqual([]);
    await story.cloud.clock.settled();
    await code.fill(codeTextedTo(story, phone) ?? '');
    await page.getByRole('button', { name: words.enter, exact: true }).click();
    await page.getByText(words.nothing).waitFor();
    expect(await page.locator('h1:focus').textContent()).toContain(story.nameOf(head));
    await picture(page, `staff work empty ${language}`);
    expect(await violations(page)).toEqual([]);

    const receipt = await story.submit({ group: story.groupOf(GRIDS[language]) });
    await page.reload();
    await page.getByRole('link', { name: words.takes }).waitFor();
    await picture(page, `staff work ${language}`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: words.takes }).click();
    await page.getByRole('button', { name: words.take, exact: true }).click();
    await heading(page).getByText(words.recorded).waitFor();
    await page.getByRole('link', { name: words.all }).click();
    await heading(page).getByText(story.nameOf(head)).waitFor();
    await story.cloud.clock.settled();
    expect((await story.view(receipt)).status).toBe('accepted');
    await page.getByRole('heading', { name: words.visits }).waitFor();
    await putRight(page, language);
    const typed = phone.replace('+86', '');
    expect(addresses.filter((address) => address.includes(typed))).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('takes leave, is told why not, and takes it back', async () => {
    const standIn = STAND_INS[language];
    const { page, context, faults } = await openAt(language, 'desk');
    await story.advance('PT2M');
    await signIn(page, language, standIn);
    await page.getByText(words.noLeave).waitFor();
    await page.getByRole('button', { name: words.takeLeave }).click();
    await page.getByRole('alert').getByRole('link', { name: words.noDay }).waitFor();
    await story.text(story.phoneOf(head), '休假 9/5');
    await page.getByLabel(words.from, { exact: true }).fill('2026-09-04');
    await page.getByLabel(words.to, { exact: true }).fill('2026-09-06');
    await page.getByRole('button', { name: words.takeLeave }).click();
    await page.getByRole('alert').getByText(words.alone).waitFor();
    await picture(page, `staff leave refused ${language}`);
    expect(await violations(page)).toEqual([]);
    await page.getByLabel(words.from, { exact: true }).fill('2026-09-01');
    await page.getByLabel(words.to, { exact: true }).fill('2026-09-03');
    await page.getByRole('button', { name: words.takeLeave }).click();
    await page.getByText(words.noted).waitFor();
    await picture(page, `staff leave ${language}`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: words.end }).click();
    await page.getByText(words.ended).waitFor();
    await page.getByText(words.noLeave).waitFor();
    await page.getByRole('button', { name: words.out }).click();
    await heading(page).getByText(words.title).waitFor();
    expect(await page.locator('h1:focus').textContent()).toBe(words.title);
    await page.reload();
    await heading(page).getByText(words.title).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
