import type { Page } from 'playwright-core';
import type { Language } from '../../domain/words/language.js';
import { codeTextedTo } from '../stories/staff-door.js';
import { linkTo, visitsOf, withLinks } from '../stories/texted-link.js';
import { TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { drawnPhoto } from './drawn-photo.js';
import { keptOnDevice } from './offline.js';
import { picture } from './picture.js';
import { Signal } from './signal.js';
import { type OpenPage, TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;
let signal: Signal;

beforeAll(async () => {
  [story, browser] = await Promise.all([TownStory.begin({ change: withLinks }), TestBrowser.launch()]);
  signal = await Signal.to(story.cloud.url);
  // Until the visits of the week are texted.
  await story.advance('PT1H');
});

// One that failed halfway leaves no other without a network.
beforeEach(() => signal.restore());

afterAll(async () => {
  await browser.close();
  signal.close();
  await story.end();
});

interface Phone extends OpenPage {
  /** What was sent to the town, by what came of it. */
  readonly answers: readonly number[];
}

/** The phone of a member of staff, on the day of the story. */
async function phone(language: Language): Promise<Phone> {
  const opened = await browser.open({ origin: signal.origin, language, width: 'phone' });
  await opened.page.clock.setFixedTime(story.cloud.clock.now());
  const answers: number[] = [];
  opened.context.on('response', (response) => {
    if (response.request().method() === 'POST') answers.push(response.status());
  });
  return { ...opened, answers };
}

const FILES = ['/staff', '/staff.js', '/staff.css'];
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

const WORDS = {
  'zh-CN': {
    outcome: '请办理并填写结果',
    done: '办结',
    said: '示例：已换灯泡',
    asOf: '没有网络，这里是',
    kept: '已保存在本机',
    recorded: '已记录',
    notSent: '还没有送到',
    refused: '没有被接收',
    answered: '已经答复',
    drop: '知道了，删除',
    over: '这件事不用再答复了',
    all: '我的全部事项',
    visit: '见到3人',
    keptVisit: '走访已保存在本机',
    visited: /已登记\d+号户/,
    phone: '手机号',
    getCode: '获取验证码',
    code: '验证码',
    enter: '登录',
    takeAlong: '存到本机，带着走',
    taken: '以上事项已存到本机',
    takes: '请签收',
    photo: '添加照片',
    first: '照片 1',
    withPhotos: '附照片2张',
    change: '修改',
    arrived: '照片已送到',
    noRoom: '本机存不下照片',
  },
  en: {
    outcome: 'Handle it and say how it went',
    done: 'done',
    said: 'Sample: bulb changed',
    asOf: 'There is no network: this is how it was',
    kept: 'Kept on this device',
    recorded: 'Recorded',
    notSent: 'Not sent yet',
    refused: 'It was not taken',
    answered: 'It was answered',
    drop: 'Understood, remove it',
    over: 'There is nothing more to answer',
    all: 'All I have to do',
    visit: 'Met 3',
    keptVisit: 'The visit is kept on this device',
    visited: /Household \d+ is recorded/,
    phone: 'Phone number',
    getCode: 'Get a code',
    code: 'Code',
    enter: 'Sign in',
    takeAlong: 'Take it along on this device',
    taken: 'Everything is on this device',
    takes: 'Can you take it on?',
    photo: 'Add a photo',
    first: 'Photo 1',
    withPhotos: 'With 2 photos.',
    change: 'Change it',
    arrived: 'The photos have arrived',
    noRoom: 'This device has no room to keep the photos',
  },
} as const;

/** Two as a camera gives them. */
const photos = async (page: Page) => {
  const drawn = await Promise.all([drawnPhoto(page, [2000, 1500]), drawnPhoto(page, [1500, 2000])]);
  return drawn.map((buffer, at) => ({ name: `IMG_${at}.jpg`, mimeType: 'image/jpeg', buffer }));
};

describe.each(['zh-CN', 'en'] as const)('a phone without a signal, in %s', (language) => {
  const words = WORDS[language];

  /** Writes the outcome of the ask that is open. */
  async function writeOutcome(page: Page): Promise<void> {
    await page.locator('#field-note').fill(words.said);
    await page.getByRole('button', { name: words.done, exact: true }).click();
  }

  /** Opens the outcome's ask, and again without a network. */
  async function openThenLoseSignal({ page, context }: Pick<Phone, 'page' | 'context'>): Promise<void> {
    await page.goto(linkTo(story, 'g52-a'));
    await heading(page).getByText(words.outcome).waitFor();
    await keptOnDevice(page, FILES);
    await signal.cut(context);
    await page.reload();
    await page.getByText(words.asOf).waitFor();
  }

  it('opens an ask that was opened before, keeps its outcome over a closed page, and sends it once', async () => {
    const receipt = await story.submit({ description: `示例：${language} 离线` });
    await story.reply('g52-a', '1');
    const { page, context, faults, answers } = await phone(language);
    await openThenLoseSignal({ page, context });
    await page.getByText(`示例：${language} 离线`, { exact: true }).waitFor();
    await picture(page, `offline ask ${language}`);
    await writeOutcome(page);
    await page.getByRole('heading', { name: words.kept }).waitFor();
    await picture(page, `offline kept ${language}`);
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await page.getByRole('heading', { name: words.kept }).waitFor();
    await page.getByText(words.said).waitFor();
    expect((await story.view(receipt)).status).toBe('accepted');

    await signal.tellRestored(context);
    await heading(page).getByText(words.recorded).waitFor();
    await story.cloud.clock.settled();
    expect((await story.view(receipt)).status).toBe('awaiting_confirmation');
    await page.reload();
    await heading(page).getByText(words.over).waitFor();
    expect(answers).toEqual([202]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('keeps photos with the outcome over a closed page, gives them back to be changed, and sends each once', async () => {
    const receipt = await story.submit({ description: `示例：${language} 带照片` });
    await story.reply('g52-a', '1');
    const { page, context, faults, answers } = await phone(language);
    await openThenLoseSignal({ page, context });
    await page.getByLabel(words.photo).setInputFiles(await photos(page));
    await page.getByRole('img', { name: words.first }).waitFor();
    await writeOutcome(page);
    await page.getByRole('heading', { name: words.kept }).waitFor();
    await page.getByText(words.withPhotos).waitFor();
    await picture(page, `offline photos ${language}`);
    expect(await violations(page)).toEqual([]);
    await page.reload();
    await page.getByText(words.withPhotos).waitFor();
    await page.getByRole('button', { name: words.change }).click();
    await page.getByRole('img', { name: words.first }).waitFor();
    await page.getByRole('button', { name: words.done, exact: true }).click();
    await page.getByText(words.withPhotos).waitFor();

    await signal.tellRestored(context);
    await page.getByText(words.arrived).waitFor();
    await story.cloud.clock.settled();
    const { workPhotos } = (await story.view(receipt)) as { workPhotos?: unknown[] };
    expect(workPhotos).toHaveLength(2);
    expect(answers).toEqual([202, 201, 201]);
    await page.reload();
    await heading(page).getByText(words.over).waitFor();
    expect(answers).toHaveLength(3);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says that it has no room for photos, and keeps the outcome all the same', async () => {
    const receipt = await story.submit({ description: `示例：${language} 存不下` });
    await story.reply('g52-a', '1');
    const { page, context, faults } = await phone(language);
    await page.addInitScript(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.goto(linkTo(story, 'g52-a'));
    await heading(page).getByText(words.outcome).waitFor();
    await keptOnDevice(page, FILES);
    await signal.cut(context);
    await page.getByLabel(words.photo).setInputFiles(await photos(page));
    await page.getByRole('img', { name: words.first }).waitFor();
    await writeOutcome(page);
    await page.getByRole('heading', { name: words.kept }).waitFor();
    await page.getByRole('alert').getByText(words.noRoom).waitFor();
    expect(await violations(page)).toEqual([]);
    await signal.tellRestored(context);
    await page.getByText(words.arrived).waitFor();
    const { workPhotos } = (await story.view(receipt)) as { workPhotos?: unknown[] };
    expect(workPhotos).toHaveLength(2);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says what was not taken, with the words and the reason, until it is put away', async () => {
    await story.submit({ description: `示例：${language} 迟了` });
    await story.reply('g52-a', '1');
    const { page, context, faults } = await phone(language);
    await openThenLoseSignal({ page, context });
    await writeOutcome(page);
    await page.getByRole('heading', { name: words.kept }).waitFor();
    await story.reply('g52-a', '1 已办');
    await signal.restore(context);
    await page.clock.fastForward(30_000);
    await page.getByText(words.refused).waitFor();
    await page.getByRole('link', { name: words.all }).click();
    const box = page.getByRole('region', { name: words.notSent });
    await box.getByText(words.said).waitFor();
    await box.getByText(words.answered).waitFor();
    await heading(page).waitFor();
    await picture(page, `offline refused ${language}`);
    expect(await violations(page)).toEqual([]);
    await box.getByRole('button', { name: words.drop }).click();
    await box.waitFor({ state: 'detached' });
    expect(faults).toEqual([]);
    await context.close();
  });

  it('keeps visits, and sends each once', async () => {
    const { page, context, faults, answers } = await phone(language);
    await page.goto(visitsOf(story, 'g52-a'));
    await page.getByRole('button', { name: words.visit }).first().waitFor();
    await keptOnDevice(page, FILES);
    await signal.cut(context);
    await page.reload();
    await page.getByText(words.asOf).waitFor();
    const first = page.getByRole('region').first();
    await first.getByRole('button', { name: words.visit }).click();
    await first.getByText(words.keptVisit).waitFor();
    await picture(page, `offline visit ${language}`);
    expect(await violations(page)).toEqual([]);
    await signal.tellRestored(context);
    await page.getByText(words.visited).waitFor();
    expect(answers).toEqual([202]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('has along what somebody who signed in took along', async () => {
    const head = { 'zh-CN': 'g52-a', en: 'g51-a' }[language];
    const group = story.groupOf({ 'zh-CN': 52, en: 51 }[language]);
    await story.submit({ group, description: `示例：${language} 带走` });
    await story.advance('PT2M');
    const { page, context, faults } = await phone(language);
    await page.goto('/staff');
    await page.getByRole('textbox', { name: words.phone }).fill(story.phoneOf(head));
    await page.getByRole('button', { name: words.getCode }).click();
    await page.getByRole('textbox', { name: words.code }).waitFor();
    await story.cloud.clock.settled();
    await page
      .getByRole('textbox', { name: words.code })
      .fill(codeTextedTo(story, story.phoneOf(head)) ?? '');
    await page.getByRole('button', { name: words.enter, exact: true }).click();
    await page.getByRole('button', { name: words.takeAlong }).click();
    await page.getByText(words.taken).waitFor();
    await keptOnDevice(page, FILES);
    await signal.cut(context);
    await page.reload();
    await page.getByText(words.asOf).waitFor();
    await picture(page, `offline work ${language}`);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: words.takes }).first().click();
    await page.getByText(`示例：${language} 带走`, { exact: true }).waitFor();
    await signal.tellRestored(context);
    expect(faults).toEqual([]);
    await context.close();
  });
});
