import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { shownPhone } from '../../contracts/pages/telephone.js';
import type { Language } from '../../domain/words/language.js';
import { writePhonesPage } from '../../tools/host-small-grid.js';
import { phoneDirectory } from '../../tools/phone-directory.js';
import { MESSAGES } from '../../web/phones/messages.js';
import { MESSAGES as STAFF_MESSAGES } from '../../web/staff/messages.js';
import { withLinks } from '../stories/texted-link.js';
import { TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { picture } from './picture.js';
import { type OpenPage, type PageOptions, TestBrowser } from './test-browser.js';

const ROOT = join(import.meta.dirname, '..', '..');

let story: TownStory;
let browser: TestBrowser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'small-grid-phones-'));
  [story, browser] = await Promise.all([
    TownStory.begin({ change: withLinks, pages: [{ path: '/phones', dir: folder }] }),
    TestBrowser.launch(),
  ]);
  await writePhonesPage(ROOT, folder, phoneDirectory(story.town, story.cloud.url));
});

afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
  await rm(folder, { recursive: true, force: true });
});

/** The Phones page, on the day of the story. */
async function open(language: Language, width: PageOptions['width']): Promise<OpenPage> {
  const opened = await browser.open({ origin: story.cloud.endpoint, language, width });
  await opened.context.clock.setFixedTime(story.cloud.clock.now());
  await opened.page.goto('/_local/pages/phones/');
  await opened.page.getByRole('heading', { level: 1 }).waitFor();
  return opened;
}

async function lookAt(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect(await violations(page)).toEqual([]);
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

/** Opens somebody's phone from the list of people; answers the phone. */
async function openPhone(page: Page, name: string): Promise<Locator> {
  const row = page.getByRole('complementary').getByRole('button').filter({ hasText: name }).first();
  await row.click();
  return page.getByRole('region', { name, exact: true });
}

/** A phone that was opened is seen without scrolling: on a narrow screen it lies below the guide. */
async function inView(phone: Locator): Promise<void> {
  const place = await phone.evaluate(async (section) => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    const { top, bottom, left, right } = section.getBoundingClientRect();
    return [top >= 0, bottom <= innerHeight + 1, left >= 0, right <= innerWidth + 1];
  });
  expect(place).toEqual([true, true, true, true]);
}

const linksOn = (phone: Locator): Locator => phone.getByRole('log').getByRole('link');

/** Opens a link on a phone when it was texted, as a telephone opens one: in a page of its own. */
async function openLink(page: Page, link: Locator): Promise<Page> {
  const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
  return opened;
}

const programme = () => {
  const found = story.town.programmes.find(({ id }) => id === 'cataract-surgery');
  if (!found) throw new Error('the sample town has no cataract programme');
  return found;
};

/** An invented resident for each language. */
const RESIDENTS = { 'zh-CN': '19911110041', en: '19911110042' } as const;
/** What the cadre chooses of the options, which are the domain's words. */
const CHOICES = {
  'zh-CN': { take: '收到', submitted: '已申请' },
  en: { take: 'take', submitted: 'submitted' },
} as const;

describe.each(['zh-CN', 'en'] as const)('the phones of the town on one page, in %s', (language) => {
  const words = MESSAGES[language];
  const { answer, sent } = STAFF_MESSAGES[language];

  const send = async (page: Page, option: string) => {
    await page.getByRole('button', { name: option }).click();
    await heading(page).getByText(sent.heading).waitFor();
    await page.close();
  };

  /** Fills in the programme's form, every field by its label. */
  const fillIn = async (page: Page) => {
    const values = { age: '72', 'resident-of-town': answer.yes, eye: 'left' };
    for (const { id, label } of programme().form.filter(({ required }) => required)) {
      const field = page.getByLabel(label[language] + answer.required);
      const value = values[id as keyof typeof values];
      await (id === 'age' ? field.fill(value) : field.selectOption(value));
    }
  };

  /** Somebody texts the town of cataracts from a number of their own; answers the number of the request. */
  const report = async (page: Page): Promise<string> => {
    const resident = shownPhone(`+86${RESIDENTS[language]}`, '+86');
    await page.getByLabel(words.people.other).fill(RESIDENTS[language]);
    await page.getByRole('button', { name: words.people.open, exact: true }).click();
    await page.getByLabel(words.phone.write(resident)).fill(`朱口村${story.groupOf(52)}组 白内障`);
    const phone = page.getByRole('region', { name: resident });
    await phone.getByRole('button', { name: words.phone.send }).click();
    const text = await phone
      .getByRole('log')
      .getByText(/[0-9A-Z]{4}-[0-9A-Z]{4}/)
      .first()
      .textContent();
    return /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text ?? '')?.[0] ?? 'no number';
  };

  it('a cadre opens the link in a text, fills in the application, and the Red Cross is asked', async () => {
    const { page, context, faults } = await open(language, 'desk');
    await lookAt(page, `phones ${language} desk`);
    const cadre = await openPhone(page, story.nameOf('g52-a'));
    const before = await linksOn(cadre).count();
    const request = await report(page);
    await send(await openLink(page, linksOn(cadre).nth(before)), CHOICES[language].take);
    const application = await openLink(page, linksOn(cadre).nth(before + 1));
    await fillIn(application);
    await send(application, CHOICES[language].submitted);

    const redCross = await openPhone(page, story.nameOf('red-cross-1'));
    await redCross.getByRole('log').getByText(request).first().waitFor();
    await lookAt(page, `phones Red Cross ${language} desk`);
    expect(await page.evaluate(() => document.documentElement.scrollHeight > innerHeight)).toBe(false);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('fit a phone, the one that is opened in view, with nothing for axe to find', async () => {
    const { page, context, faults } = await open(language, 'phone');
    // A case of its own for each language: the texts of both are on one page.
    const guided = phoneDirectory(story.town, story.cloud.url).guided[language === 'en' ? 0 : 1];
    if (!guided) throw new Error('the sample town has no guided case');
    await page.getByRole('button', { name: guided.title[language] }).click();
    await page.getByRole('button', { name: words.guide.put }).click();
    await inView(page.getByRole('region', { name: shownPhone(guided.resident, '+86') }));
    await page.getByRole('button', { name: words.phone.send }).click();
    await page.getByText(words.guide.step(2, guided.steps)).waitFor();
    await page.getByRole('list', { name: words.guide.options }).waitFor();
    await openPhone(page, story.nameOf('g52-a'));
    await lookAt(page, `phones ${language} phone`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    expect(faults).toEqual([]);
    await context.close();
  });
});
