import mammoth from 'mammoth';
import type { Page } from 'playwright-core';
import { shownNumber } from '../../contracts/pages/request-number.js';
import type { Language } from '../../domain/words/language.js';
import type { PersonAnswer } from '../../contracts/console/requests.js';
import type { StatisticsAnswer } from '../../contracts/resident/statistics.js';
import { DEFINITIONS } from '../../domain/statistics/figures.js';
import { CASE } from '../../web/admin/papers/words.case.js';
import { ORDER } from '../../web/admin/papers/words.order.js';
import { PAPER } from '../../web/admin/papers/words.js';
import { REQUEST } from '../../web/admin/requests/words.request.js';
import { RESIDENT, TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { keepFile, picture } from './picture.js';
import { readPdf } from './read-pdf.js';
import { signInTo } from './sign-in.js';
import { type OpenPage, TestBrowser } from './test-browser.js';

/** Just in time to be due the same day, at 17:30. */
const BEFORE_FOUR = Date.parse('2026-08-24T15:50:00+08:00');

let story: TownStory;
let browser: TestBrowser;
/** A request that is overdue, with a supervision order that its grid's head answered. */
let late: string;
/** An application that was filled in for a programme, and a danger that somebody reported. */
let applied: string;
let danger: string;

beforeAll(async () => {
  [story, browser] = await Promise.all([
    TownStory.begin({ console: true, at: BEFORE_FOUR }),
    TestBrowser.launch(),
  ]);
  late = (await story.submit({ description: '示例：村口路灯坏了三天，晚上老人不敢出门' })).id;
  await story.reply('g52-a', '1');
  await story.advance('PT18H');
  await story.reply('g52-a', '1 配件缺货，明天上午换好');
  danger = (
    await story.submit({
      category: 'gas-leak',
      phone: '+8619911110002',
      description: '示例：挖断了燃气管，闻到很大的气味',
    })
  ).id;
  applied = (
    await story.submit({
      category: 'cataract-surgery',
      phone: '+8619911110003',
      description: '示例：老人眼睛看不清',
    })
  ).id;
  await story.reply('g52-a', '1');
  await story.reply('g52-a', '1 材料齐全');
});

afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

const open = (language: Language): Promise<OpenPage> =>
  browser.open({ origin: story.cloud.url, language, width: 'desk' });

/** A font may hand out a radical for the sign that looks like it; not all of these have their sign by NFKC. */
const RADICALS: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻚': '页',
  '⻓': '长',
  '⻔': '门',
  '⻋': '车',
  戶: '户',
};

/** Words as a PDF holds them: no gaps, and some signs by another code. */
const squeezed = (words: string): string =>
  words
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[⺀-⻳戶]/g, (radical) => RADICALS[radical] ?? radical);

/** Points: A4. */
const A4 = { width: 595, height: 842 };

/** What somebody gets who prints the page: the text of each page, without the gaps that the letters are set with, and its size. */
async function printed({ page, context }: OpenPage, name: string) {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  const { pages, width, height, pictures } = await readPdf(context, pdf);
  for (const [nth, png] of pictures.entries())
    await keepFile(Buffer.from(png, 'base64'), `${name} page ${nth + 1}.png`);
  return {
    pages: pages.map(squeezed),
    size: { width: Math.round(width), height: Math.round(height) },
  };
}

describe('a supervision order', () => {
  const EXPECTED = {
    'zh-CN': ['三河湖镇督办单', '村口路灯坏了三天', '配件缺货，明天上午换好', '办理要求', '（盖章）'],
    en: [
      'Sanhehu Town: supervision order',
      '村口路灯坏了三天',
      '配件缺货，明天上午换好',
      'Action required',
      '(stamp)',
    ],
  } as const;

  it.each(['zh-CN', 'en'] as const)(
    'is printed by keyboard alone, on one page of A4 (%s)',
    async (language) => {
      const opened = await open(language);
      const { page } = opened;
      const words = PAPER[language];
      await signInTo(opened, story, 'administrator', `/requests/${late}`);
      await page.getByRole('button', { name: REQUEST[language].papers.title }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: words.order }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/requests/${late}/supervision-order`);
      await page.locator('.paper-frame .paper').waitFor();
      await page.evaluate(() => {
        window.print = () => document.body.setAttribute('data-printed', 'yes');
      });
      await page.getByRole('button', { name: words.print }).focus();
      await page.keyboard.press('Enter');
      await page.locator('body[data-printed=yes]').waitFor();
      const { pages, size } = await printed(opened, `a supervision order ${language}`);
      expect(size).toEqual(A4);
      expect(pages).toHaveLength(1);
      for (const text of [...EXPECTED[language], shownNumber(late)])
        expect(pages[0]).toContain(squeezed(text));
      // Nothing of the console around it.
      expect(pages[0]).not.toContain(squeezed(words.docx));
      expect(await violations(page)).toEqual([]);
      await picture(page, `a supervision order ${language}`);
      expect(opened.faults).toEqual([]);
      await opened.context.close();
    },
  );
});

it.each(['zh-CN', 'en'] as const)(
  'on a phone a paper scrolls in its frame, and the page does not (%s)',
  async (language) => {
    const opened = await browser.open({ origin: story.cloud.url, language, width: 'phone' });
    const { page } = opened;
    for (const path of [`/requests/${late}/supervision-order`, '/statistics/report?month=2026-08']) {
      if (path.includes('requests')) await signInTo(opened, story, 'administrator', path);
      else await page.goto(`/console${path}`);
      await page.locator('.paper-frame .paper').waitFor();
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([path, beyond <= 0]).toEqual([path, true]);
    }
    await picture(page, `a monthly report on a phone ${language}`);
    await opened.context.close();
  },
);

describe('a complaint about staff', () => {
  it('has a file for the inspection team and no order, and neither for anybody else', async () => {
    const words = '示例：网格员收了我爸的钱，什么都不办';
    const { id } = await story.submit({ phone: '+8619911110004', description: words, confidential: true });
    const opened = await open('zh-CN');
    const { page } = opened;
    await signInTo(opened, story, 'inspector', `/requests/${id}`);
    await page.getByRole('button', { name: REQUEST['zh-CN'].papers.title }).press('Enter');
    await page.getByRole('menuitem', { name: PAPER['zh-CN'].caseFile }).waitFor();
    expect(await page.getByRole('menuitem').allTextContents()).toEqual([PAPER['zh-CN'].caseFile]);
    await page.goto(`/console/requests/${id}/case-file`);
    await page.locator('.paper-frame').getByText(CASE['zh-CN'].sealed).waitFor();
    await page.locator('.paper-frame').getByText(words).waitFor();
    await opened.context.close();
    const other = await open('zh-CN');
    await signInTo(other, story, 'administrator', `/requests/${id}/case-file`);
    await other.page.getByText('没有找到').first().waitFor();
    expect(await other.page.locator('.paper').count()).toBe(0);
    await other.context.close();
  });
});

describe('a case file', () => {
  it.each(['zh-CN', 'en'] as const)(
    'holds the words, the timeline with who and when, the answers, the texts, the cost (%s)',
    async (language) => {
      const opened = await open(language);
      const { page } = opened;
      await signInTo(opened, story, 'administrator', `/requests/${late}/case-file`);
      await page.locator('.paper-frame .paper').waitFor();
      const { pages, size } = await printed(opened, `a case file ${language}`);
      expect(size).toEqual(A4);
      const text = pages.join('');
      const words = CASE[language];
      const wanted = [
        RESIDENT.name,
        RESIDENT.phone.replace('+86', ''),
        '村口路灯坏了三天',
        story.nameOf('g52-a'),
        words.timeline,
        words.asks,
        words.corrections,
        words.texts,
        words.cost,
        ORDER[language].place,
      ];
      for (const one of wanted) expect(text).toContain(squeezed(one));
      expect(await violations(page)).toEqual([]);
      await picture(page, `a case file ${language}`);
      expect(opened.faults).toEqual([]);
      await opened.context.close();
    },
  );

  it('of a programme holds the application as it was filled in, and its stages', async () => {
    const person = await story.admin('administrator', `/admin/requests/${applied}/person`);
    const { application = [] } = (await person.json()) as PersonAnswer;
    expect(application.length).toBeGreaterThan(2);
    const opened = await open('zh-CN');
    await signInTo(opened, story, 'administrator', `/requests/${applied}/case-file`);
    await opened.page.locator('.paper-frame .paper').waitFor();
    const text = (await printed(opened, 'a case file of a programme')).pages.join('');
    for (const { label, value } of application) {
      expect(text).toContain(squeezed(label));
      expect(text).toContain(squeezed(value));
    }
    expect(text).toContain(CASE['zh-CN'].programme);
    await opened.context.close();
  });

  it('of an emergency holds its review', async () => {
    const opened = await open('en');
    await signInTo(opened, story, 'leader', `/requests/${danger}/case-file`);
    await opened.page.locator('.paper-frame .paper').waitFor();
    const text = (await printed(opened, 'a case file of an emergency')).pages.join('');
    for (const words of [CASE.en.review, 'Taken by somebody', 'not reached', '挖断了燃气管'])
      expect(text).toContain(squeezed(words));
    await opened.context.close();
  });

  it('of an inspector says whose words and which parts are not theirs to see', async () => {
    const opened = await open('en');
    const { page } = opened;
    await signInTo(opened, story, 'inspector', `/requests/${late}/case-file`);
    await page.locator('.paper-frame .paper').waitFor();
    const text = (await printed(opened, 'a case file of an inspector')).pages.join('');
    expect(text).toContain('whoevermadeitmaynotseeit:Theresidentandwhattheyreported,Texts,Cost.');
    for (const hidden of [RESIDENT.name, RESIDENT.phone, '村口路灯', '配件缺货'])
      expect(text).not.toContain(hidden);
    await opened.context.close();
  });

  it.each(['supervision-order', 'case-file'])(
    'as every paper (%s) stands in the audit trail',
    async (paper) => {
      await story.admin('leader', `/admin/requests/${late}?paper=${paper}`);
      const answer = await story.admin('administrator', '/admin/audit');
      const { items } = (await answer.json()) as {
        items: { action: string; detail?: string; subject?: string }[];
      };
      expect(items).toContainEqual(
        expect.objectContaining({ action: 'request.read', subject: late, detail: paper }),
      );
    },
  );
});

/** The file that a button hands over. */
async function downloaded(
  page: Page,
  language: Language,
): Promise<{ name: string; text: string; images: number }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: PAPER[language].docx }).press('Enter'),
  ]);
  const path = await download.path();
  await keepFile(path, download.suggestedFilename());
  const [{ value: text }, { value: html }] = await Promise.all([
    mammoth.extractRawText({ path }),
    mammoth.convertToHtml({ path }),
  ]);
  return { name: download.suggestedFilename(), text, images: html.split('<img').length - 1 };
}

describe('a .docx', () => {
  it.each(['zh-CN', 'en'] as const)('says what its print view says (%s)', async (language) => {
    const opened = await open(language);
    const { page } = opened;
    await signInTo(opened, story, 'administrator', `/requests/${late}/supervision-order`);
    await page.locator('.paper-frame .paper').waitFor();
    const { name, text } = await downloaded(page, language);
    expect(name).toBe(`sanhehu-supervision-order-${late}.docx`);
    expect(squeezed(text)).toBe(squeezed(await page.locator('.paper-frame .paper').innerText()));
    expect(opened.faults).toEqual([]);
    await opened.context.close();
  });
});

describe('a monthly report', () => {
  const figuresOf = async (from: string, to: string, by: string) => {
    const answer = await story.http(`/statistics?from=${from}&to=${to}&by=${by}`);
    return (await answer.json()) as StatisticsAnswer;
  };

  it.each(['zh-CN', 'en'] as const)(
    'as .docx says the figures of the statistics, with charts, and that the month is not over (%s)',
    async (language) => {
      const opened = await open(language);
      const { page } = opened;
      await signInTo(opened, story, 'leader', '/statistics');
      await page.getByRole('link', { name: PAPER[language].report }).press('Enter');
      await page.waitForURL('**/statistics/report');
      await page.locator('.paper-frame .paper').waitFor();
      await page.goto('/console/statistics/report?month=2026-08');
      await page.locator('.paper-frame .paper').waitFor();
      const { name, text, images } = await downloaded(page, language);
      expect(name).toBe('sanhehu-report-2026-08.docx');
      const lines = text.split('\n').filter((line) => line !== '');
      const { total, places } = await figuresOf('2026-08-01', '2026-08-25', 'grid');
      for (const figure of ['received', 'handled', 'closed', 'solved', 'people'] as const) {
        const at = lines.indexOf(DEFINITIONS[figure].name[language]);
        expect([figure, lines[at + 1]]).toEqual([figure, String(total[figure])]);
      }
      const { part, of } = total.onTimeRate;
      const rate = lines.indexOf(DEFINITIONS.onTimeRate.name[language]);
      expect(lines[rate + 1]).toContain(language === 'en' ? `${part} of ${of}` : `${part}/${of}`);
      expect(total.received).toBeGreaterThanOrEqual(3);
      const grid = places.find(({ id }) => id === '52');
      expect(lines[lines.lastIndexOf(grid?.name[language] ?? 'none') + 1]).toBe(
        String(grid?.figures.received),
      );
      expect(images).toBeGreaterThanOrEqual(4);
      expect(text).toContain(language === 'en' ? 'the month is not over' : '尚未结束，统计截至2026年8月25日');
      expect(text).toContain(shownNumber(late));
      const { pages, size } = await printed(opened, `a monthly report ${language}`);
      expect(size).toEqual(A4);
      expect(pages[0]).toContain(language === 'en' ? '—1—' : '—1—');
      expect(await violations(page)).toEqual([]);
      await picture(page, `a monthly report ${language}`);
      expect(opened.faults).toEqual([]);
      await opened.context.close();
    },
  );

  it('of a month in which nothing happened says so, and a month to come has none', async () => {
    const opened = await open('en');
    const { page } = opened;
    await signInTo(opened, story, 'inspector', '/statistics/report?month=2026-07');
    await page.locator('.paper-frame').getByText('Nothing was reported in this month').waitFor();
    expect(await page.locator('.paper-frame svg').count()).toBe(0);
    await page.goto('/console/statistics/report?month=2026-09');
    await page.getByText('Not found').first().waitFor();
    await opened.context.close();
  });
});
