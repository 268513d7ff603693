import { type Verdict, VERDICT_QUESTIONS } from '../../domain/asks/verdict.js';
import type { Page } from 'playwright-core';
import { shownNumber } from '../../contracts/pages/request-number.js';
import { dateText } from '../../contracts/pages/times.js';
import { MESSAGES, type Messages } from '../../contracts/resident/messages.js';
import { segment } from '../domain/photos/a-jpeg.js';
import { RESIDENT, TownStory } from '../stories/town-story.js';
import { violations } from './accessibility.js';
import { picture } from './picture.js';
import { type OpenPage, TestBrowser } from './test-browser.js';

let story: TownStory;
let browser: TestBrowser;

beforeAll(async () => {
  browser = await TestBrowser.launch();
});
beforeEach(async () => {
  story = await TownStory.begin();
});
afterEach(async () => {
  const leaks = await story.leaks();
  await story.end();
  if (leaks.length > 0) throw new Error(`stands in an execution or a log line: ${leaks.join(', ')}`);
});
afterAll(() => browser.close());

type Language = 'zh-CN' | 'en';
const WORDS = 'Sample: the lamp at our gate is out / 示例：门口路灯不亮';
const PERSONAL = [RESIDENT.name, '19911110001', WORDS];

/** A page of the town on a phone. */
const open = (language: Language): Promise<OpenPage> =>
  browser.open({ origin: story.cloud.url, language, width: 'phone' });

/** Asked for in no address: what somebody typed about themselves. */
function expectNothingPersonalIn(addresses: readonly string[]): void {
  const decoded = addresses.map((address) => decodeURIComponent(address.replaceAll('+', ' ')));
  expect(decoded.filter((address) => PERSONAL.some((words) => address.includes(words)))).toEqual([]);
}

async function lookAt(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect(await violations(page)).toEqual([]);
}

async function fillIn(page: Page, { form }: Messages, group: number): Promise<void> {
  await page.getByLabel(form.description).fill(WORDS);
  await page.getByLabel(form.village).selectOption('zhukou');
  await page.getByLabel(form.group, { exact: true }).selectOption(String(group));
  await page.getByLabel(form.name).fill(RESIDENT.name);
  await page.getByLabel(form.phone).fill(RESIDENT.phone);
  await page.getByLabel(form.consent).check();
  for (const words of PERSONAL) story.typed.add(words);
}

const category = (page: Page, { form }: Messages, id: string) =>
  page.getByLabel(form.category).selectOption(id);

/** What a resident says to the three questions at closure. */
async function judge(page: Page, { ask }: Messages, said: Required<Verdict>): Promise<void> {
  for (const question of VERDICT_QUESTIONS)
    await page
      .getByRole('group', { name: ask.questions[question] })
      .getByLabel(said[question] ? ask.yes : ask.no, { exact: true })
      .check();
}

/** A photo as a phone takes it: larger than what is sent, with its place in it. */
async function cameraPhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 2400;
    canvas.height = 1800;
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    for (let at = 0; at < 4000; at += 1) {
      pen.fillStyle = `hsl(${(at * 37) % 360} 60% 50%)`;
      pen.fillRect((at * 613) % 2400, (at * 331) % 1800, 60, 60);
    }
    return canvas.toDataURL('image/jpeg', 0.95).split(',')[1] ?? '';
  });
  const jpeg = Buffer.from(base64, 'base64');
  const exif = Buffer.from(segment(0xe1, 'Exif\0\0GPS 37.36 117.77'));
  return Buffer.concat([jpeg.subarray(0, 2), exif, jpeg.subarray(2)]);
}

describe.each(['zh-CN', 'en'] as const)('on a phone, in %s', (language) => {
  const messages = MESSAGES[language];
  const shot = (name: string) => `story ${name} ${language}`;

  it('a resident reports with a photo, follows who owns it, says it is not done, and closes it', async () => {
    const { page, context, faults, addresses } = await open(language);
    await page.goto('/');
    await category(page, messages, 'street-light');
    await fillIn(page, messages, story.groupOf(52));
    const photo = await cameraPhoto(page);
    await page
      .getByLabel(messages.photos.add)
      .setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByRole('img', { name: messages.photos.one(1) }).waitFor();
    await lookAt(page, shot('1 form'));
    await page.getByRole('button', { name: messages.form.submit }).click();

    await page.getByRole('heading', { name: messages.receipt.heading }).waitFor();
    await page.locator('img').waitFor();
    const number = (await page.locator('dd.number').textContent()) ?? '';
    expect(number).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    await story.cloud.clock.settled();
    expect(story.lastTextTo(RESIDENT.phone)).toContain(number);
    await page.getByText(story.nameOf('g52-a')).first().waitFor();
    await page.getByRole('button', { name: messages.news.open }).click();
    await page.getByText(messages.news.asked).waitFor();
    await lookAt(page, shot('2 receipt'));

    const src = (await page.locator('img').getAttribute('src')) ?? '';
    const sent = Buffer.from(await (await story.http(src)).arrayBuffer());
    expect(sent.length).toBeLessThanOrEqual(300_000);
    expect(sent.toString('latin1')).not.toContain('GPS');

    await story.reply('g52-a', '1');
    await story.reply('g52-a', '1 示例：已更换灯泡');
    await page.reload();
    await page.getByRole('heading', { name: messages.ask.heading }).waitFor();
    await lookAt(page, shot('3 asked'));
    await page.getByLabel(messages.ask.note).fill('示例：还是不亮');
    story.typed.add('示例：还是不亮');
    await judge(page, messages, { contacted: true, solved: false, satisfied: false });
    await answer(page, 2);
    await page.getByText(messages.status.assigned).first().waitFor();
    await lookAt(page, shot('4 reopened'));

    await story.cloud.clock.settled();
    await story.reply('g52-a', '1');
    await story.reply('g52-a', '1 示例：已修好线路');
    await page.reload();
    await answer(page, 1);
    await page.getByText(messages.closedAs.satisfied).waitFor();
    await lookAt(page, shot('5 closed'));

    expectNothingPersonalIn(addresses);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('what is wrong is said at its field and in one list, which has the focus', async () => {
    const { page, context } = await open(language);
    await page.goto('/');
    await page.getByLabel(messages.form.phone).fill('12');
    await page.getByRole('button', { name: messages.form.submit }).click();
    const list = page.getByRole('alert');
    await list.getByText(messages.form.missing.description).waitFor();
    expect(await list.evaluate((element) => element === document.activeElement)).toBe(true);
    await lookAt(page, shot('6 errors'));
    await list.getByText(messages.form.missing.name).click();
    expect(await page.getByLabel(messages.form.name).evaluate((one) => one === document.activeElement)).toBe(
      true,
    );
    await context.close();
  });

  it('an identity number typed by accident is caught and taken out', async () => {
    const { page, context } = await open(language);
    await page.goto('/');
    await page.getByLabel(messages.form.description).fill('990101190001010018 / 13900000000');
    await page.getByText(messages.form.numbersOut).waitFor();
    await page.getByRole('button', { name: messages.form.submit }).click();
    await page.getByRole('alert').getByText(messages.form.missing.numbers).waitFor();
    await lookAt(page, shot('7 numbers'));
    await page.getByRole('button', { name: messages.form.numbersOut }).click();
    expect(await page.getByLabel(messages.form.description).inputValue()).toBe('*** / ***');
    await context.close();
  });

  it('the documents to have ready are shown before anything is filled in', async () => {
    const { page, context } = await open(language);
    await page.goto('/');
    await category(page, messages, 'cataract-surgery');
    await page.getByText(messages.form.documents).waitFor();
    const name = language === 'en' ? 'clinic report' : '眼科诊断证明';
    expect(await page.getByText(name).count()).toBe(1);
    await lookAt(page, shot('8 documents'));
    await context.close();
  });

  it('an earlier report of the same event is offered, and chosen', async () => {
    const first = await story.submit();
    const { page, context } = await open(language);
    await page.goto('/');
    await category(page, messages, 'street-light');
    await fillIn(page, messages, story.groupOf(52));
    await page.getByRole('heading', { name: messages.similar.heading }).waitFor();
    await lookAt(page, shot('9 similar'));
    await page.getByRole('button', { name: messages.similar.mine }).click();
    await page.getByRole('button', { name: messages.form.submit }).click();
    await page.getByRole('heading', { name: messages.receipt.heading }).waitFor();
    await story.cloud.clock.settled();
    const asked = story.textsTo(story.phoneOf('g52-a')).at(-1);
    expect(asked).toContain(`疑与${shownNumber(first.id)}同一件`);
    await context.close();
  });

  it('a grid is found with its three people, without their numbers', async () => {
    const { page, context, faults } = await open(language);
    await page.goto('/my-grid');
    await page.getByRole('button', { name: messages.grid.find }).click();
    await page.getByText(messages.grid.missing).waitFor();
    await page.getByLabel(messages.form.village).selectOption('zhukou');
    await page.getByLabel(messages.form.group, { exact: true }).selectOption(String(story.groupOf(52)));
    await page.getByRole('button', { name: messages.grid.find }).click();
    for (const staff of ['g52-a', 'g52-b', 'g52-c']) {
      await page.getByText(story.nameOf(staff)).waitFor();
      const said = (await page.content()).replaceAll(' ', '');
      expect(said).not.toContain(story.phoneOf(staff).slice(3));
    }
    await lookAt(page, shot('10 grid'));
    expect(faults).toEqual([]);
    await context.close();
  });

  it('where somebody stands is found, and sent in no address nearer than 100 m', async () => {
    const { page, context, addresses } = await open(language);
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: 37.362345, longitude: 117.770123 });
    await page.goto('/my-grid');
    await page.getByRole('button', { name: messages.form.locate }).click();
    await page.getByText(story.nameOf('g52-a')).waitFor();
    await page.goto('/');
    await page.getByRole('button', { name: messages.form.locate }).click();
    await page.getByText(messages.track.gridName('52')).waitFor();
    await lookAt(page, shot('16 located'));
    expect(addresses.join(' ')).toContain('lat=37.362&lng=117.770');
    expect(addresses.join(' ')).not.toMatch(/37\.3623|117\.7701/);
    await context.close();
  });

  it('where to come in person is shown with its hours and who receives people there on which day', async () => {
    const { page, context, faults } = await open(language);
    await page.goto('/');
    await page.getByRole('link', { name: messages.nav.places }).click();
    const name = story.town.places.find(({ id }) => id === 'petition-room')?.name[language] ?? 'none';
    const room = page.locator('section', { has: page.getByRole('heading', { name }) });
    await room.getByText(story.nameOf('petition-office-1')).first().waitFor();
    // The first Tuesday from the story's Monday on.
    const tuesday = language === 'en' ? 'Tue 25 Aug' : '8月25日周二';
    await room
      .getByText(`${tuesday} ${messages.places.receives('09:00–11:30', story.nameOf('petition-office-1'))}`)
      .waitFor();
    await room.getByText(/(?:Mon–Fri|周一–周五) 08:30\u2060–\u206012:00/).waitFor();
    await lookAt(page, shot('17 places'));
    expect(faults).toEqual([]);
    await context.close();
  });

  it('the board of a day shows what was reported, and a day without one says so', async () => {
    await story.submit();
    await story.advance('PT9H');
    const { page, context } = await open(language);
    await page.goto('/daily');
    const village = story.town.villages.find(({ id }) => id === 'zhukou')?.name[language] ?? '';
    await page.getByLabel(messages.daily.find).fill(village);
    await page.locator('summary', { hasText: village }).click();
    expect(await page.locator('details.village').count()).toBe(1);
    await page.getByRole('button', { name: messages.map.open }).press('Enter');
    // The button is gone: whoever pressed it goes on from what stands above the map.
    expect(await page.locator('h2:focus').textContent()).toBe(messages.map.heading);
    await page.locator('.map-areas path').first().waitFor();
    await lookAt(page, shot('11 board'));
    await page.getByLabel(messages.daily.day).fill('2026-08-23');
    await page.getByText(messages.daily.noneThen(dateText('2026-08-23', language))).waitFor();
    await lookAt(page, shot('12 no board'));
    await context.close();
  });

  it('what is written when the network drops is kept, and goes by itself when it is back', async () => {
    const { page, context, addresses } = await open(language);
    await page.goto('/');
    await fillIn(page, messages, story.groupOf(52));
    await context.setOffline(true);
    await page.getByText(messages.offline).waitFor();
    await page.getByRole('button', { name: messages.form.submit }).click();
    await page.getByText(messages.form.unsent).waitFor();
    await lookAt(page, shot('13 unsent'));
    const later = await context.newPage();
    await context.setOffline(false);
    await page.getByRole('heading', { name: messages.receipt.heading }).waitFor();
    expect(addresses.filter((address) => address.includes('/r/')).length).toBeLessThanOrEqual(1);
    await later.goto('/');
    expect(await later.getByLabel(messages.form.description).inputValue()).toBe('');
    await context.close();
  });

  it('a draft survives a closed page, for the next visit on this phone', async () => {
    const { page, context } = await open(language);
    await page.goto('/');
    await fillIn(page, messages, story.groupOf(52));
    await page.close();
    const later = await context.newPage();
    await later.goto('/');
    expect(await later.getByLabel(messages.form.description).inputValue()).toBe(WORDS);
    expect(await later.getByLabel(messages.form.consent).isChecked()).toBe(false);
    await context.close();
  });

  it('type is made larger on every page, and stays so', async () => {
    const { page, context } = await open(language);
    const size = () => page.locator('p.lead').evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
    await page.goto('/');
    const before = await size();
    await page.getByRole('button', { name: messages.large, pressed: false }).click();
    await page.getByRole('button', { name: messages.large, pressed: true }).waitFor();
    expect(await size()).toBeGreaterThan(before * 1.25);
    await page.goto('/my-grid');
    await page.getByRole('button', { name: messages.large, pressed: true }).waitFor();
    expect(await size()).toBeGreaterThan(before * 1.25);
    await lookAt(page, shot('14 large'));
    const overflows = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(await overflows()).toBe(false);
    await page.goto('/');
    await picture(page, shot('15 large form'));
    expect(await overflows()).toBe(false);
    await context.close();
  });
});

/** Presses the `nth` answer of the open question. */
const answer = (page: Page, nth: number): Promise<void> =>
  page
    .locator('.ask .answers button')
    .nth(nth - 1)
    .click();

describe.each(['zh-CN', 'en'] as const)('on a phone without scripts, in %s', (language) => {
  const messages = MESSAGES[language];
  const shot = (name: string) => `plain ${name} ${language}`;

  it('a resident reports, is told what is missing, follows, and closes', async () => {
    const { page, context, faults, addresses } = await browser.open({
      origin: story.cloud.url,
      language,
      width: 'phone',
      javaScriptEnabled: false,
    });
    await page.goto('/');
    await page.waitForURL('**/plain');
    await picture(page, shot('1 form'));
    await page.getByLabel(messages.form.description).fill(WORDS);
    await page.getByRole('button', { name: messages.form.submit }).click();
    await page.getByText(messages.form.missing.name).first().waitFor();
    await picture(page, shot('2 errors'));
    expect(await page.getByLabel(messages.form.description).inputValue()).toBe(WORDS);

    await page.getByLabel(messages.form.category).selectOption('street-light');
    await page.getByLabel(messages.plain.place).selectOption(`zhukou/${story.groupOf(52)}`);
    await page.getByLabel(messages.form.name).fill(RESIDENT.name);
    await page.getByLabel(messages.form.phone).fill(RESIDENT.phone);
    await page.getByLabel(messages.form.consent).check();
    for (const words of PERSONAL) story.typed.add(words);
    await page.getByRole('button', { name: messages.form.submit }).click();
    await page.getByRole('heading', { name: messages.receipt.heading }).waitFor();
    await picture(page, shot('3 receipt'));
    const number = (await page.locator('dd.number').textContent()) ?? '';
    const key = (await page.locator('dd.key').textContent()) ?? '';

    await story.cloud.clock.settled();
    await story.reply('g52-a', '1');
    await story.reply('g52-a', '1 示例：已更换灯泡');
    await page.goto('/track');
    await page.waitForURL('**/plain/track');
    await page.locator('#track-number').fill(number);
    await page.getByLabel(messages.track.key).fill(key);
    await page.getByRole('button', { name: messages.track.open }).click();
    await page.getByRole('heading', { name: messages.ask.heading }).waitFor();
    await picture(page, shot('4 asked'));
    await answer(page, 1);
    await page.getByText(messages.ask.thanks).waitFor();
    await story.cloud.clock.settled();
    await page.getByText(messages.plain.again).click();
    await page.getByText(messages.closedAs.satisfied).waitFor();

    expectNothingPersonalIn(addresses);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('axe finds nothing wrong with the plain pages', async () => {
    const receipt = await story.submit();
    const { page, context } = await open(language);
    for (const path of ['/plain', '/plain/track', `/plain/r/${receipt.id}?key=${receipt.trackingKey}`]) {
      await page.goto(path);
      expect([path, await violations(page)]).toEqual([path, []]);
    }
    await context.close();
  });
});
