import type { Page } from 'playwright-core';
import { SHELL } from '../../web/admin/shell/words.js';
import { TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { picture } from './picture.js';
import { signInTo } from './sign-in.js';
import { type OpenPage, type PageOptions, TestBrowser } from './test-browser.js';

/** What sounded and what was said outside the page, counted in place of a loudspeaker and a desktop. */
const COUNTED = `
  window.counted = { sounds: 0, notices: [] };
  window.AudioContext = class extends AudioContext {
    constructor(...given) { super(...given); counted.sounds += 1; }
  };
  window.Notification = class extends EventTarget {
    static get permission() { return window.permission ?? 'default'; }
    static requestPermission() { window.permission = window.answer ?? 'granted'; return Promise.resolve(permission); }
    constructor(title, options) { super(); counted.notices.push({ title, ...options }); window.lastNotice = this; }
    close() {}
  };
`;

interface Counted {
  readonly sounds: number;
  readonly notices: readonly { readonly title: string; readonly body: string; readonly tag: string }[];
}

let story: TownStory;
let browser: TestBrowser;

beforeAll(async () => {
  [story, browser] = await Promise.all([
    TownStory.begin({ console: true, at: Date.parse('2026-10-01T02:30:00+08:00') }),
    TestBrowser.launch(),
  ]);
});
afterAll(async () => {
  await Promise.all([browser.close(), story.end()]);
});

let opened: OpenPage;
afterEach(() => opened.context.close());

const words = SHELL.en;

/** The desk on a page that is not the board. */
async function onAnotherPage(
  language: PageOptions['language'] = 'en',
  width: PageOptions['width'] = 'desk',
): Promise<Page> {
  opened = await browser.open({ origin: story.cloud.url, language, width });
  await opened.context.addInitScript(COUNTED);
  await opened.context.clock.install();
  await signInTo(opened, story, 'duty-desk', '/tasks');
  // Nothing of the sign-in is under way that loading the page anew would break off.
  await opened.settled();
  return opened.page;
}

/** The same page as if nobody had touched it. Loading it anew is not enough: the browser may remember that somebody has. */
async function untouch(page: Page): Promise<void> {
  const address = page.url();
  await page.goto('about:blank');
  await page.goto(address);
  await page.getByRole('button', { name: new RegExp(words.alarms.silent.untouched) }).waitFor();
}

const countedOn = (page: Page) => page.evaluate<Counted>('counted');

/** Milliseconds, a little more than the page waits. */
const LOOK_EVERY = 21_000;
/** Milliseconds, a little more than a sound lasts. */
const SOUND = 2_500;
const STANDING = /\/admin\/requests\/standing/;

/** Of a dozen that nobody took for each other; the service looks at its figures once in ten seconds. */
async function danger(description: string, phone: string): Promise<string> {
  const { id } = await story.submit({ category: 'gas-leak', description, phone });
  await story.advance('PT15S');
  return id;
}

/** The page looks again, as it does three times a minute. */
async function looksAgain(page: Page): Promise<void> {
  const looked = page.waitForResponse(STANDING);
  await page.clock.fastForward(LOOK_EVERY);
  await looked;
  // Its answer is drawn.
  await page.clock.runFor(100);
}

/** What one tab hears goes to the others by the browser, which takes a moment that no clock of a page counts. */
async function untilSounded(page: Page, times: number): Promise<void> {
  for (let looks = 0; looks < 300 && (await countedOn(page)).sounds < times; looks += 1) {
    await page.clock.runFor(100);
    await page.waitForTimeout(100);
  }
  expect((await countedOn(page)).sounds).toBe(times);
}

const bellOf = (page: Page) => page.getByRole('button', { name: /^(Notifications|提醒)/ });
const pressInList = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

it('a danger that comes while another page is open rings once, is said outside, and is opened from there', async () => {
  const page = await onAnotherPage();
  await bellOf(page).click();
  await pressInList(page, words.alarms.outside);
  await page.getByText(words.alarms.isOutside).waitFor();
  await page.keyboard.press('Escape');
  const { sounds } = await countedOn(page);
  const id = await danger('示例：厨房有煤气味', '+8619911110011');
  await looksAgain(page);
  expect((await countedOn(page)).sounds).toBe(sounds + 1);
  const { notices } = await countedOn(page);
  expect(notices.at(-1)).toMatchObject({ title: words.alarms.why.danger, renotify: true });
  expect(JSON.stringify(notices)).not.toMatch(/示例|1991111/);
  await looksAgain(page);
  expect((await countedOn(page)).sounds).toBe(sounds + 1);
  await page.evaluate(`lastNotice.dispatchEvent(new Event('click'))`);
  await page.waitForURL(`**/console/requests/${id}`);
});

it('of two tabs the one that may sound does, whichever hears of the danger first', async () => {
  const touched = await onAnotherPage();
  await touched.getByRole('heading', { level: 1 }).click();
  // What stood before has sounded by then, and that is over: two dangers at once sound once.
  await looksAgain(touched);
  await touched.clock.runFor(SOUND);
  const { sounds } = await countedOn(touched);
  const untouched = await opened.context.newPage();
  await signInTo({ page: untouched }, story, 'duty-desk', '/tasks');
  await untouch(untouched);
  // The touched one looks later: by itself it would hear of nothing new.
  await touched.route(STANDING, (route) => route.abort());
  await danger('示例：楼道有煤气味', '+8619911110013');
  await looksAgain(untouched);
  await untilSounded(touched, sounds + 1);
  expect((await countedOn(untouched)).sounds).toBe(0);
});

it('a danger that only a page heard of that may not sound yet sounds when somebody touches it', async () => {
  const page = await onAnotherPage();
  await untouch(page);
  await danger('示例：车库有煤气味', '+8619911110014');
  await looksAgain(page);
  await page.getByRole('button', { name: /[1-9]/ }).and(bellOf(page)).waitFor();
  expect((await countedOn(page)).sounds).toBe(0);
  await page.getByRole('heading', { level: 1 }).click();
  await untilSounded(page, 1);
});

it('the sound can be tried and muted; the bell says so, also after a reload', async () => {
  const page = await onAnotherPage();
  await bellOf(page).click();
  const before = await countedOn(page);
  await pressInList(page, words.alarms.tryIt);
  expect((await countedOn(page)).sounds).toBe(before.sounds + 1);
  await pressInList(page, words.alarms.mute);
  await page.getByText(words.alarms.isMuted).waitFor();
  await picture(page, 'console alarms muted');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.reload();
  await page.getByRole('button', { name: words.alarms.silent.muted }).waitFor();
  await danger('示例：院里有煤气味', '+8619911110012');
  await looksAgain(page);
  await page.getByRole('button', { name: words.alarms.bell(1) }).waitFor();
  expect((await countedOn(page)).sounds).toBe(0);
  await bellOf(page).click();
  await pressInList(page, words.alarms.unmute);
  expect(await page.getByText(words.alarms.isMuted).count()).toBe(0);
});

it('a browser that was told no says how to allow it again', async () => {
  const page = await onAnotherPage('zh-CN', 'phone');
  await page.evaluate(`window.answer = 'denied'`);
  await bellOf(page).click();
  await pressInList(page, SHELL['zh-CN'].alarms.outside);
  await page.getByText(SHELL['zh-CN'].alarms.refused).waitFor();
  await picture(page, 'console alarms refused');
  expect(await violations(page)).toEqual([]);
});

it('where the service does not answer, every page says that no danger is heard, until it answers again', async () => {
  const page = await onAnotherPage();
  await opened.context.route(STANDING, (route) => route.abort());
  await page.clock.fastForward(LOOK_EVERY);
  await page.getByText(words.alarms.unheard).waitFor();
  await opened.context.unrouteAll();
  await looksAgain(page);
  await page.getByText(words.alarms.unheard).waitFor({ state: 'detached' });
  expect(opened.faults).toEqual([]);
});

it('a session that ends is said outside the page: nothing rings any more', async () => {
  const page = await onAnotherPage();
  await page.evaluate(`window.permission = 'granted'`);
  await opened.context.route(STANDING, (route) =>
    route.fulfill({ status: 401, contentType: 'application/json', body: '{"message":"Unauthorized"}' }),
  );
  await page.clock.fastForward(LOOK_EVERY);
  await page.getByText(words.signedOut).waitFor();
  expect((await countedOn(page)).notices.at(-1)).toMatchObject({ title: words.title, body: words.signedOut });
  expect(await page.title()).toContain(words.signIn);
});
