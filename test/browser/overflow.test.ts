import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Language } from '../../domain/words/language.js';
import { EVERY_ROUTE } from '../../functions/openapi/every-route.js';
import { writePhonesPage } from '../../tools/host-small-grid.js';
import { phoneDirectory } from '../../tools/phone-directory.js';
import type { Route as ResidentRoute } from '../../web/resident/route.js';
import type { Route as StaffRoute } from '../../web/staff/route.js';
import { SignedIn } from '../stories/staff-door.js';
import { linkTo, visitsOf } from '../stories/texted-link.js';
import type { Receipt } from '../stories/town-story.js';
import { type BusyTown, busyTown, longRequest } from './busy-town.js';
import { layoutFaults } from './layout-faults.js';
import { signInTo, walkTo } from './sign-in.js';
import { type OpenPage, TestBrowser } from './test-browser.js';
import { writingFaults } from './writing-faults.js';

/** CSS pixels: a phone, a tablet, a small desk screen, a large one. */
const WIDTHS = [1920, 1280, 768, 375];
const HEIGHT = 900;
const ROOT = join(import.meta.dirname, '..', '..');

let town: BusyTown;
let long: Receipt;
let browser: TestBrowser;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'small-grid-phones-'));
  [town, browser] = await Promise.all([busyTown([{ path: '/phones', dir: folder }]), TestBrowser.launch()]);
  await writePhonesPage(ROOT, folder, phoneDirectory(town.story.town, town.story.cloud.url));
  long = await longRequest(town.story);
});

afterAll(async () => {
  await Promise.all([browser.close(), town.story.end()]);
  await rm(folder, { recursive: true, force: true });
});

type Addresses = readonly (() => string)[];
const at = (...paths: readonly string[]): Addresses => paths.map((path) => () => path);
const tracking = ({ id, trackingKey }: Receipt, page = '/r/') => `${page}${id}?key=${trackingKey}`;

/** Every page of residents and of staff: one that is missing does not compile. */
const RESIDENT: Readonly<Record<ResidentRoute['page'], Addresses>> = {
  form: at('/'),
  track: [
    () => '/track',
    () => tracking(town.receipt),
    () => tracking(long),
    () => `${tracking(long)}#received`,
  ],
  grid: at('/my-grid'),
  daily: at('/daily'),
  places: at('/in-person'),
};
const STAFF: Readonly<Record<StaffRoute['page'], Addresses>> = {
  ask: [() => linkTo(town.story, 'g52-a')],
  visits: [() => visitsOf(town.story, 'g52-a')],
  work: at('/staff'),
  none: at('/asks/none?sig=none'),
};

/** Pages of the console and pages without scripts whose address says which thing is shown; every other is opened as it is. */
const OF_A_THING: Readonly<Record<string, Addresses>> = {
  '/requests/:id': [() => `/requests/${town.ids.coordinated}`, () => `/requests/${long.id}`],
  '/requests/:id/supervision-order': [() => `/requests/${town.ids.coordinated}/supervision-order`],
  '/requests/:id/case-file': [() => `/requests/${long.id}/case-file`],
  '/executions/:machine/:name': [
    () => `/executions/resident-request/${long.id}`,
    () => `/executions/coordination/${town.ids.uncoordinated}-1`,
  ],
  '/tasks/:id': [() => `/tasks/${town.ids.task}`],
  '/programmes/:id': at('/programmes/cataract-surgery'),
  '/rounds/:kind/:date': at('/rounds/daily-close/2026-08-24', '/rounds/weekly-inspection/2026-08-24'),
  '/rounds/:kind/:date/sheets': at('/rounds/weekly-inspection/2026-08-24/sheets'),
  '/editor/:section': at(
    '/editor/staff',
    '/editor/settings',
    '/editor/categories',
    '/editor/programmes',
    '/editor/texts',
  ),
  '/plain/r/{id}': [() => tracking(long, '/plain/r/')],
  '/plain/r/{id}/data': [() => tracking(long, '/plain/r/').replace('?', '/data?')],
};
const addressesOf = (path: string): Addresses => OF_A_THING[path] ?? (/[:{]/.test(path) ? [] : at(path));

/** The addresses in the console's list of its pages, which no test can load: it is full of style sheets. */
const CONSOLE = [
  ...readFileSync(join(ROOT, 'web/admin/pages.ts'), 'utf8').matchAll(/\bpath: '([^']+)'/g),
].map(([, path = '']) => path);

/** Pages that are made on the server: what answers with a page, but for the shells of the others. */
const SHELLS = ['/', '/{proxy+}', '/staff', '/console', '/console/{proxy+}'];
const PLAIN = EVERY_ROUTE.filter(
  ({ method, path, answers }) =>
    method === 'GET' &&
    Object.values(answers).some((answer) => JSON.stringify(Object.keys(answer)) === '["text/html"]') &&
    !SHELLS.includes(path),
).map(({ path }) => path);

type Going = (opened: OpenPage, address: string) => Promise<void>;

const loadUntil =
  (ready: string): Going =>
  async ({ page, settled }, address) => {
    await page.goto(address);
    await page.locator(ready).first().waitFor();
    await settled();
  };
const load = loadUntil('main h1');

async function faultsOf(opened: OpenPage, address: string, go = load): Promise<string[]> {
  const { page } = opened;
  await page.setViewportSize({ width: WIDTHS[0] ?? 0, height: HEIGHT });
  await go(opened, address);
  const faults = await wrongWriting(page, address);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT });
    faults.push(...(await layoutFaults(page)).map((fault) => `${address} at ${width}: ${fault}`));
    await keepPicture(page, `${address} ${width}`);
  }
  return faults;
}

/** Where numbers stand as they are stored: in the data that is edited, and in texts as they were sent. */
const AS_STORED = /^\/console\/(?:editor|data)|\/phones\//;

/** Telephone numbers as machines write them, which people of the town do not, and signs that are not of the language. */
async function wrongWriting(page: Page, address: string): Promise<string[]> {
  if (AS_STORED.test(address)) return [];
  const written = await writingFaults(page);
  const found = (await page.locator('body').innerText()).match(/\+(?:86|353)[\d*]{6,}/g) ?? [];
  return [
    ...written.map((fault) => `${address}: ${fault}`),
    ...found.map((number) => `${address}: ${number} is no number as people read it`),
  ];
}

async function keepPicture(page: Page, name: string): Promise<void> {
  const pictures = process.env['BROWSER_PICTURES'];
  if (pictures === undefined || pictures === '') return;
  const language = await page.locator('html').getAttribute('lang');
  const file = `overflow-${language}-${name.replace(/\?key=\S+|[?&]sig=\S+/, '').replaceAll(/[^\w-]+/g, '-')}.png`;
  await page.screenshot({ path: join(pictures, file), fullPage: true });
}

async function faultsOfAll(opened: OpenPage, addresses: Addresses, before = '', go = load) {
  const faults: string[] = [];
  for (const address of addresses) faults.push(...(await faultsOf(opened, before + address(), go)));
  return faults;
}

it('every page of the console and every page without scripts is looked at', () => {
  const paths = [...CONSOLE, ...PLAIN];
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => addressesOf(path).length === 0)).toEqual([]);
});

describe.each(['zh-CN', 'en'] as const)(
  'in %s everything fits on every screen, and all is written as people write it, on the pages of',
  (language) => {
    const open = (origin = town.story.cloud.url) => browser.open({ origin, language, width: 'desk' });

    it('residents', async () => {
      const opened = await open();
      expect(await faultsOfAll(opened, Object.values(RESIDENT).flat())).toEqual([]);
      await opened.context.close();
    });

    it('those without scripts', async () => {
      const opened = await open();
      const faults = await faultsOfAll(opened, PLAIN.flatMap(addressesOf));
      expect(faults).toEqual([]);
      await opened.context.close();
    });

    it('staff', async () => {
      const opened = await open();
      await opened.page.clock.setFixedTime(town.story.cloud.clock.now());
      expect(await faultsOfAll(opened, Object.values(STAFF).flat())).toEqual([]);
      await signInStaff(opened, language);
      expect(await faultsOfAll(opened, STAFF.work)).toEqual([]);
      await opened.context.close();
    });

    it('the phones', async () => {
      const opened = await open(town.story.cloud.endpoint);
      expect(await faultsOf(opened, '/_local/pages/phones/', loadUntil('h1'))).toEqual([]);
      await opened.context.close();
    });

    describe('the console', () => {
      let opened: OpenPage;
      beforeAll(async () => {
        opened = await open();
        await signInTo(opened, town.story, 'administrator', '/requests');
      });
      afterAll(() => opened.context.close());

      it.each(CONSOLE)('%s', async (path) => {
        const faults = await faultsOfAll(opened, addressesOf(path), '/console', walkTo);
        expect(faults).toEqual([]);
      });
    });
  },
);

/** One of the staff for each language: each gets a code of their own. */
const WHO: Readonly<Record<Language, string>> = { 'zh-CN': 'g52-a', en: 'g51-a' };

async function signInStaff({ context }: OpenPage, language: Language): Promise<void> {
  const { cookie } = await SignedIn.as(town.story, WHO[language]);
  const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=');
  await context.addCookies([{ name, value, url: town.story.cloud.url }]);
}
