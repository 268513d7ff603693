import type { Page } from 'playwright-core';
import type { Language } from '../../domain/words/language.js';
import { MESSAGES } from '../../contracts/resident/messages.js';
import { MESSAGES as STAFF } from '../../web/staff/messages.js';
import { linkTo, visitsOf, withLinks } from '../stories/texted-link.js';
import { type Receipt, TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { drawnPhoto } from './drawn-photo.js';
import { layoutFaults } from './layout-faults.js';
import { focused } from './focus-kept.js';
import { picture } from './picture.js';
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

/** The phone of a member of staff, on the day of the story. */
async function phone(language: Language): Promise<OpenPage> {
  const opened = await browser.open({ origin: story.cloud.url, language, width: 'phone' });
  await opened.page.clock.setFixedTime(story.cloud.clock.now());
  return opened;
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

const WORDS = {
  'zh-CN': {
    take: '收到',
    transfer: '转办',
    others: '其他答复',
    send: '发送',
    asks: '请签收',
    left: '还有2小时',
    missing: '请选择转到哪里',
    nowhere: '没有找到',
    grids: '网格',
    part: '供',
    department: '供电所',
    recorded: '已记录',
    over: '这件事不用再答复了',
    answered: '已经答复：收到',
    expired: '已经转给下一位负责人',
    unknown: '没有找到',
  },
  en: {
    take: 'take',
    transfer: 'pass on',
    others: 'Other',
    send: 'Send',
    asks: 'Can you take it on?',
    left: '2 hours left',
    missing: 'Pick where it goes',
    nowhere: 'No match',
    grids: 'Grids',
    part: 'pow',
    department: 'Power',
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
    await page.getByText(`示例：${language} 路灯不亮`, { exact: true }).waitFor();
    await page.getByText(words.left).waitFor();
    await picture(page, `staff ask ${language}`);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: words.others }).click();
    await page.getByRole('radio', { name: words.transfer }).check();
    await page.getByRole('button', { name: words.send }).click();
    await page.getByRole('alert').getByRole('link', { name: words.missing }).click();
    await page.keyboard.type('月球');
    await page.getByText(words.nowhere).waitFor();
    await page.getByRole('searchbox').fill('2');
    await page.getByRole('group', { name: words.grids }).waitFor();
    await page.getByRole('searchbox').fill(words.part);
    await page.getByRole('radio', { name: words.department }).waitFor();
    await picture(page, `staff ask wrong ${language}`);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('radio', { name: words.take }).check();
    await page.getByRole('button', { name: words.send }).click();
    await heading(page).getByText(words.recorded).waitFor();
    expect(await focused(page)).not.toBe('body');
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

  it('finds words for the answer and what puts the record right behind one line, and the words go with the answer', async () => {
    await story.submit({ description: `示例：${language} 灯一闪一闪` });
    const { page, context } = await phone(language);
    await page.goto(linkTo(story, 'g52-a'));
    await heading(page).getByText(words.asks).waitFor();
    const { answer, correcting } = STAFF[language];
    const lines = page.locator('article > details');
    expect(await lines.locator('> summary').allTextContents()).toEqual([correcting.heading]);
    await lines.locator('> summary').click();
    expect(await lines.getByRole('textbox').count()).toBe(3);
    await picture(page, `staff ask words ${language}`);
    expect(await violations(page)).toEqual([]);
    await lines.getByRole('textbox', { name: answer.notes.anything }).fill('示例：晚上去看');
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await page.getByRole('button', { name: answer.withWords(words.take), exact: true }).click();
    expect((await sent).postDataJSON()).toMatchObject({ note: '示例：晚上去看' });
    await context.close();
  });

  it('sends words by themselves, which answers nothing, and finds what was typed after looking at other options', async () => {
    const receipt = await story.submit({ description: `示例：${language} 灯又灭了` });
    const { page, context, faults } = await phone(language);
    await page.goto(linkTo(story, 'g52-a'));
    await heading(page).getByText(words.asks).waitFor();
    const { answer, correcting } = STAFF[language];
    await page.getByText(correcting.heading).click();
    const field = page.getByRole('textbox', { name: answer.notes.anything });
    await page.getByRole('button', { name: answer.alone }).click();
    await page.getByRole('alert').getByText(answer.missing.remark).waitFor();
    await field.fill('示例：去过两次没人，晚上再去');
    await page.getByRole('button', { name: words.others }).click();
    await page.getByRole('radio', { name: words.transfer }).check();
    await page.getByRole('radio', { name: words.department }).check();
    await page.getByRole('button', { name: answer.sendThis(words.transfer) }).click();
    await page.getByRole('alert').getByText(answer.missing.unsent).waitFor();
    // Whoever closes it is shown what is wrong the next time too.
    const line = page.locator('article > details');
    await line.locator('> summary').click();
    expect(await line.getAttribute('open')).toBeNull();
    await page.getByRole('button', { name: answer.sendThis(words.transfer) }).click();
    await field.waitFor();
    await picture(page, `staff ask words unsent ${language}`);
    await page.getByRole('radio', { name: words.take }).check();
    expect(await field.inputValue()).toBe('示例：去过两次没人，晚上再去');
    await page.getByRole('button', { name: answer.alone }).click();
    await page.getByText(answer.aloneSent).waitFor();
    expect(await field.inputValue()).toBe('');
    await picture(page, `staff ask words alone ${language}`);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    expect((await story.view(receipt)).status).toBe('assigned');
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
    await page.setViewportSize({ width: 375, height: 812 });
    expect(await layoutFaults(page)).toEqual([]);
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

async function sendPhoto(page: Page, { id, trackingKey }: Receipt): Promise<void> {
  const sent = await story.http(`/requests/${id}/photos?key=${trackingKey}`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg' },
    body: await drawnPhoto(page, [640, 400]),
  });
  expect(sent.status).toBe(201);
}

describe.each([
  ['zh-CN', '照片 1'],
  ['en', 'Photo 1'],
] as const)('the photos of a request, in %s', (language, photo) => {
  it('are shown to whoever handles it', async () => {
    const { page, context, faults } = await phone(language);
    await page.goto('/');
    const receipt = await story.submit({ description: `示例：${language} 灯杆歪了` });
    await sendPhoto(page, receipt);
    await page.goto(linkTo(story, 'g52-a'));
    const shown = page.getByRole('img', { name: photo });
    await shown.waitFor();
    await page.waitForFunction(() => document.querySelector('img')?.naturalWidth === 640);
    await picture(page, `staff photo ${language}`);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

const WORK_PHOTOS = {
  'zh-CN': {
    outcome: '请办理并填写结果',
    done: '办结',
    transfer: '转办',
    others: '其他答复',
    send: '发送',
    heading: '办理情况照片',
    needless: '不是必须',
    add: '添加照片',
    first: '照片 1',
    remove: '去掉照片 2',
    unreadable: '有一个文件打不开',
    tooMany: '最多能添加3张',
    recorded: '已记录',
    over: '这件事不用再答复了',
    sendThem: '发送照片',
    arrived: '照片已送到',
  },
  en: {
    outcome: 'Handle it and say how it went',
    done: 'done',
    transfer: 'pass on',
    others: 'Other',
    send: 'Send',
    heading: 'Photos of what was done',
    needless: 'the answer counts the same without one',
    add: 'Add a photo',
    first: 'Photo 1',
    remove: 'Remove photo 2',
    unreadable: 'A file could not be read',
    tooMany: 'No more than 3 can be added',
    recorded: 'Recorded',
    over: 'There is nothing more to answer',
    sendThem: 'Send the photos',
    arrived: 'The photos have arrived',
  },
} as const;

describe.each(['zh-CN', 'en'] as const)('photos of what was done, in %s', (language) => {
  const words = WORK_PHOTOS[language];

  it('are chosen with the answer, without anybody having to, and shown to the resident', async () => {
    const receipt = await story.submit({ description: `示例：${language} 井盖有响声` });
    await story.reply('g52-a', '1');
    const { page, context, faults } = await phone(language);
    await page.goto(linkTo(story, 'g52-a'));
    await heading(page).getByText(words.outcome).waitFor();
    const group = page.getByRole('group', { name: words.heading });
    await page.getByRole('button', { name: words.others }).click();
    await page.getByRole('radio', { name: words.transfer, exact: true }).check();
    expect(await group.count()).toBe(0);
    await page.getByRole('radio', { name: words.done, exact: true }).check();
    await group.getByText(words.needless).waitFor();
    const input = group.getByLabel(words.add);
    await input.setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
    await group.getByText(words.unreadable).waitFor();
    expect(await violations(page)).toEqual([]);
    const taken = await Promise.all(
      [1, 2, 3, 4].map(async (n) => ({
        name: `IMG_${n}.jpg`,
        mimeType: 'image/jpeg',
        buffer: await drawnPhoto(page, [2000 + n, 1500]),
      })),
    );
    await input.setInputFiles(taken);
    await group.getByText(words.tooMany).waitFor();
    await group.getByRole('img', { name: words.first }).waitFor();
    // By keyboard as well.
    await group.getByRole('button', { name: words.remove }).press('Enter');
    await input.waitFor();
    await picture(page, `staff work photos ${language}`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: words.send }).click();
    await heading(page).getByText(words.recorded).waitFor();
    await page.getByText(words.arrived).waitFor();
    await picture(page, `staff work photos sent ${language}`);
    expect(await violations(page)).toEqual([]);
    await story.cloud.clock.settled();

    const { photos, ask } = MESSAGES[language];
    await page.goto(`/r/${receipt.id}?key=${receipt.trackingKey}`);
    await page.getByRole('heading', { name: ask.heading }).waitFor();
    const shown = page.getByRole('img', { name: photos.workOne(2, story.nameOf('g52-a')) });
    await shown.scrollIntoViewIfNeeded();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('img')].every(({ naturalWidth }) => naturalWidth === 1600),
    );
    expect(await page.getByRole('img').count()).toBe(2);
    await picture(page, `story work photos ${language}`);
    expect(await violations(page)).toEqual([]);
    await page.goto(`/plain/r/${receipt.id}?key=${receipt.trackingKey}`);
    await shown.waitFor();
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('may be added later, by whoever answered by text', async () => {
    const receipt = await story.submit({ description: `示例：${language} 路牌掉了` });
    await story.reply('g52-a', '1');
    const link = linkTo(story, 'g52-a');
    await story.reply('g52-a', '1 示例：已装好');
    const { page, context, faults } = await phone(language);
    await page.goto(link);
    await heading(page).getByText(words.over).waitFor();
    const buffer = await drawnPhoto(page, [900, 700]);
    await page.getByLabel(words.add).setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByRole('img', { name: words.first }).waitFor();
    await picture(page, `staff later photos ${language}`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: words.sendThem }).click();
    await page.getByText(words.arrived).waitFor();
    expect(await violations(page)).toEqual([]);
    const { workPhotos } = (await story.view(receipt)) as { workPhotos?: unknown[] };
    expect(workPhotos).toHaveLength(1);
    expect(faults).toEqual([]);
    await context.close();
  });
});

const VISITS = {
  'zh-CN': {
    heading: '本周走访',
    open: '登记问题',
    met: '见到2人',
    takeBack: '按错了，撤销',
    recorded: /已登记\d+号户/,
    people: '见到几人',
    problem: '发现问题，需要办理',
    finding: '发现的问题（必填）',
    record: '登记',
    digits: '请用数字填写见到几人',
    found: '请写明发现的问题',
    became: '问题已登记为诉求',
    due: /应在(本周|.+前)走访/,
  },
  en: {
    heading: 'visits of the week',
    open: 'something found',
    met: 'Met 2',
    takeBack: 'Take it back',
    recorded: /Household \d+ is recorded/,
    people: 'How many you met',
    problem: 'I found something that must be handled',
    finding: 'What you found (required)',
    record: 'Record',
    digits: 'Say in digits how many you met',
    found: 'Say what you found',
    became: 'What you found is request',
    due: /[Dd]ue (by|this week)/,
  },
} as const;

describe.each(['zh-CN', 'en'] as const)('the visits of a week, in %s', (language) => {
  const words = VISITS[language];

  it('are recorded household by household; a finding becomes a request', async () => {
    const { page, context, faults } = await phone(language);
    await page.goto(visitsOf(story, 'g52-a'));
    await heading(page).getByText(words.heading).waitFor();
    await picture(page, `staff visits ${language}`);
    expect(await violations(page)).toEqual([]);
    const first = page.getByRole('region').first();
    await first.getByRole('button', { name: words.open }).click();
    expect(await focused(page)).not.toBe('body');
    await first.getByRole('textbox', { name: words.people }).fill('有人');
    await first.getByRole('button', { name: words.record }).click();
    await first.getByRole('link', { name: words.digits }).waitFor();
    expect(await focused(page)).not.toBe('body');
    await first.getByRole('textbox', { name: words.people }).fill('3');
    await first.getByRole('checkbox', { name: words.problem }).check();
    await first.getByRole('button', { name: words.record }).click();
    await first.getByRole('link', { name: words.found }).waitFor();
    expect(await focused(page)).not.toBe('body');
    await picture(page, `staff visit ${language}`);
    expect(await violations(page)).toEqual([]);
    await first.getByRole('textbox', { name: words.finding }).fill('示例：屋顶漏水');
    await first.getByRole('button', { name: words.record }).click();
    await page.getByText(words.became).waitFor();
    expect(await focused(page)).not.toBe('body');
    const second = page.getByRole('region').nth(1);
    await second.getByText(words.due).waitFor();
    await second.getByRole('button', { name: words.met }).click();
    await second.getByRole('button', { name: words.takeBack }).waitFor();
    expect(await focused(page)).not.toBe('body');
    await second.getByRole('button', { name: words.takeBack }).click();
    await second.getByRole('button', { name: words.met }).waitFor();
    expect(await focused(page)).not.toBe('body');
    await second.getByRole('button', { name: words.met }).click();
    await second.getByText(words.recorded).waitFor();
    expect(await focused(page)).not.toBe('body');
    expect(await second.getByText(words.due).count()).toBe(0);
    await picture(page, `staff visits made ${language}`);
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
