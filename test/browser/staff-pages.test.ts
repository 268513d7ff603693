import type { Page } from 'playwright-core';
import type { Language } from '../../domain/town/language.js';
import { linkTo, withLinks } from '../stories/texted-link.js';
import { MONDAY_9_AM, TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { picture } from './picture.js';
import { type OpenPage, TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;

beforeAll(async () => {
  [story, browser] = await Promise.all([TownStory.begin({ change: withLinks }), TestBrowser.launch()]);
});

afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

/** The phone of a member of staff, on the day of the story. */
async function phone(language: Language): Promise<OpenPage> {
  const opened = await browser.open({ origin: story.cloud.url, language, width: 'phone' });
  await opened.page.clock.setFixedTime(MONDAY_9_AM);
  return opened;
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

const WORDS = {
  'zh-CN': {
    take: '收到',
    transfer: '转办',
    send: '发送',
    asks: '请您接收',
    left: '还有 2 小时 0 分钟',
    missing: '请写明原因或内容',
    nowhere: '没有这个网格或部门',
    recorded: '已记录',
    over: '这件事不用再答复了',
    answered: '已经答复：收到',
    expired: '已经转给下一位负责人',
    unknown: '没有找到',
  },
  en: {
    take: 'take',
    transfer: 'transfer',
    send: 'Send',
    asks: 'Will you take it?',
    left: '2 hours 0 minutes left',
    missing: 'Say why, or what',
    nowhere: 'is no grid and no department of this town',
    recorded: 'Recorded',
    over: 'There is nothing more to answer',
    answered: 'It was answered: take',
    expired: 'the next person has been asked',
    unknown: 'Not found',
  },
} as const;

describe.each(['zh-CN', 'en'] as const)('a cadre with a phone, in %s', (language) => {
  const words = WORDS[language];

  it('opens the link, is told what is missing, answers, and sees that it counts', async () => {
    const receipt = await story.submit({ description: `示例：${language} 路灯不亮` });
    const link = linkTo(story, 'g52-a');
    const { page, context, faults } = await phone(language);
    await page.goto(link);
    await heading(page).getByText(words.asks).waitFor();
    await page.getByText(`示例：${language} 路灯不亮`).waitFor();
    await page.getByText(words.left).waitFor();
    await picture(page, `staff ask ${language}`);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('radio', { name: words.transfer }).check();
    await page.getByRole('button', { name: words.send }).click();
    await page.getByRole('alert').getByRole('link', { name: words.missing }).click();
    await page.keyboard.type('月球');
    await page.getByRole('button', { name: words.send }).click();
    await page.getByRole('alert').getByText(words.nowhere).waitFor();
    await picture(page, `staff ask wrong ${language}`);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('radio', { name: words.take }).check();
    await page.getByRole('button', { name: words.send }).click();
    await heading(page).getByText(words.recorded).waitFor();
    await picture(page, `staff ask recorded ${language}`);
    expect(await violations(page)).toEqual([]);
    await story.cloud.clock.settled();
    expect((await story.view(receipt)).status).toBe('accepted');

    await page.goto(link);
    await heading(page).getByText(words.over).waitFor();
    await page.getByText(words.answered).waitFor();
    await picture(page, `staff ask over ${language}`);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('opens a link that is cut, and is told so', async () => {
    await story.submit({ description: `示例：${language} 又不亮` });
    const { page, context, faults } = await phone(language);
    await page.goto(linkTo(story, 'g52-a').slice(0, -2));
    await page.getByText(words.unknown).waitFor();
    await picture(page, `staff ask unknown ${language}`);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

const APPLICATION = {
  'zh-CN': {
    applies: '请帮居民申请',
    submitted: '已申请',
    send: '发送',
    missing: '请填写：患眼',
    age: '年龄（必填）',
    lives: '是否本镇户籍或常住（必填）',
    yes: '是',
    no: '否',
    eye: '患眼（必填）',
    left: '左眼',
    elsewhere: '本项目仅面向本镇户籍或常住居民',
    recorded: '已记录',
    approves: '请审批',
  },
  en: {
    applies: 'Apply for the resident',
    submitted: 'submitted',
    send: 'Send',
    missing: 'Fill in: Which eye',
    age: 'Age (required)',
    lives: 'Lives in the town (required)',
    yes: 'Yes',
    no: 'No',
    eye: 'Which eye (required)',
    left: 'Left',
    elsewhere: 'This programme is for people who live in the town',
    recorded: 'Recorded',
    approves: 'Approve or refuse',
  },
} as const;

describe.each(['zh-CN', 'en'] as const)('the form of a programme, in %s', (language) => {
  const words = APPLICATION[language];

  it('is filled in on a phone, with what is wrong at each field, and read by whoever approves', async () => {
    await story.submit({ category: 'cataract-surgery', description: `示例：${language} 左眼看不清` });
    await story.reply('g52-a', '1');
    const { page, context, faults } = await phone(language);
    await page.goto(linkTo(story, 'g52-a'));
    await heading(page).getByText(words.applies).waitFor();
    await page.getByRole('radio', { name: words.submitted }).check();
    await page.getByRole('textbox', { name: words.age }).fill('７２');
    await page.getByRole('button', { name: words.send }).click();
    await page.getByRole('alert').getByRole('link', { name: words.missing }).click();
    await page.getByRole('combobox', { name: words.eye }).selectOption(words.left);
    await page.getByRole('combobox', { name: words.lives }).selectOption(words.no);
    await page.getByRole('button', { name: words.send }).click();
    await page.getByRole('alert').getByText(words.elsewhere).waitFor();
    await picture(page, `staff form ${language}`);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('combobox', { name: words.lives }).selectOption(words.yes);
    await page.getByRole('button', { name: words.send }).click();
    await heading(page).getByText(words.recorded).waitFor();
    await story.cloud.clock.settled();
    await page.goto(linkTo(story, 'red-cross-1'));
    await heading(page).getByText(words.approves).waitFor();
    await page.getByText(words.left, { exact: true }).waitFor();
    await picture(page, `staff approval ${language}`);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
