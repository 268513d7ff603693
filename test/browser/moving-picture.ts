import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalCloud, type LocalCloud } from '@small-grid/local-cloud';
import type { Page } from 'playwright-core';
import { createTownStore } from '../../adapters/town-store.js';
import type { Town } from '../../domain/town/schema.js';
import type { Language } from '../../domain/words/language.js';
import { currentAssembly } from '../../tools/assembly.js';
import { consoleSignIn } from '../../tools/console-sign-in.js';
import { DEMO_PLAYS } from '../../tools/demo/demo-cases.js';
import { writePhonesPage } from '../../tools/host-small-grid.js';
import { folderReader, hostedTowns } from '../../tools/hosted-towns.js';
import { phoneDirectory } from '../../tools/phone-directory.js';
import { guideStep } from '../../web/phones/guide.js';
import { createLocalApi } from '../../web/phones/local-api.js';
import { MESSAGES } from '../../web/phones/messages.js';
import { pagesOf } from '../../web/phones/pages-of.js';
import { phoneName } from '../../web/phones/whose-phone.js';
import { apng, type Frame } from './apng.js';
import { signInTo } from './sign-in.js';
import { TestBrowser } from './test-browser.js';

/*
 * The README's moving picture: the guide of the Phones page is followed through a case that is settled the same day, and beside each phone stands the
 * graph of the request's execution. `node --import tsx test/browser/moving-picture.ts FOLDER`; a part of `npm run pictures`.
 */

const ROOT = join(import.meta.dirname, '..', '..');
/** CSS pixels of the picture: the phone on the left, the graph on the right. */
const SIZE = { width: 1270, height: 680, left: 340 };
/** Of a phone, in CSS pixels. */
const HEIGHT = 610;
/** How long somebody takes to answer, in milliseconds of the town's clock. */
const AFTER = 10 * 60_000;
const SEEN = { drafted: 2600, sent: 2000, last: 4000 };

const OPENING: Readonly<Record<Language, string>> = {
  'zh-CN': '居民用任何手机发一条短信。<br>右边是这件诉求在流程里走到哪一步。',
  en: 'A resident texts the town, from any phone.<br>Here you see how far the request is in its workflow.',
};

/** A sample town on a Monday morning, with its pages. */
async function openTown(language: Language, folder: string): Promise<{ cloud: LocalCloud; town: Town }> {
  const { town: files, beginning } = DEMO_PLAYS[language];
  const towns: Town[] = [];
  const cloud = await createLocalCloud({
    assembly: await currentAssembly(ROOT),
    clock: 'manual',
    start: Date.parse(beginning),
    simulation: { seed: 'of the picture' },
    pages: [{ path: '/phones', dir: folder }],
    oidc: consoleSignIn(() => towns),
  });
  const store = createTownStore({ table: cloud.outputs['TableName'] ?? '', endpoint: cloud.endpoint });
  const [town] = await hostedTowns(store, [files], folderReader(ROOT), { now: () => cloud.clock.now() });
  towns.push(town);
  await writePhonesPage(ROOT, folder, phoneDirectory(town, cloud.url));
  return { cloud, town };
}

/** Puts a phone and a graph beside each other, and keeps of each moment only the part that changed. */
class Reel {
  readonly frames: Frame[] = [];
  private graph: string;

  constructor(
    private readonly page: Page,
    opening: string,
  ) {
    this.graph = `<p>${opening}</p>`;
  }

  /** `graph`: undefined where it stands as before. */
  async add(caption: string, phone: Buffer, graph: Buffer | undefined, milliseconds: number): Promise<void> {
    const right = graph ? imageOf(graph) : this.graph;
    const isWhole = this.frames.length === 0 || right !== this.graph;
    this.graph = right;
    await this.page.setContent(
      `<style>body{margin:0;display:flex;background:#fff;font:1.1rem system-ui,sans-serif;color:#16211f}
      div{height:${SIZE.height}px;display:flex;flex-direction:column;align-items:center}.right{justify-content:center}
      .left{width:${SIZE.left}px;background:#eef2f1}.right{flex:1;min-width:0}img{max-width:100%}.left b{height:3rem;line-height:3rem;font-size:1.3rem}
      p{font-size:1.4rem;line-height:2;text-align:center}</style>
      <div class="left"><b>${caption}</b>${imageOf(phone)}</div><div class="right">${right}</div>`,
    );
    await this.page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    const clip = { x: 0, y: 0, width: isWhole ? SIZE.width : SIZE.left, height: SIZE.height };
    this.frames.push({ png: await this.page.screenshot({ clip }), left: 0, top: 0, milliseconds });
  }
}

const imageOf = (png: Buffer): string => `<img src="data:image/png;base64,${png.toString('base64')}">`;

/** Every phone alike, its newest text in view. */
function sized(phone: HTMLElement | SVGElement, height: number): void {
  phone.style.height = `${height}px`;
  const log = phone.querySelector('[role=log]');
  if (log) log.scrollTop = log.scrollHeight;
}

interface Scene {
  readonly language: Language;
  readonly cloud: LocalCloud;
  readonly town: Town;
  readonly phones: Page;
  readonly desk: Page;
  readonly reel: Reel;
}

/** Follows the guide to the case's end: each text as it is written, and what came of it. */
async function play(scene: Scene): Promise<void> {
  const { language, cloud, town, phones, reel } = scene;
  const { guide, phone: words } = MESSAGES[language];
  const directory = phoneDirectory(town, cloud.url);
  const guided = directory.guided.find(({ id }) => id === 'same-day');
  if (!guided) throw new Error('the town has no case that is settled the same day');
  const api = createLocalApi((path, init) => fetch(cloud.endpoint + path, init));
  const next = async () => guideStep(guided, await api.texts(0));
  await phones.getByRole('button', { name: guided.title[language] }).click();
  for (let step = await next(); step.kind !== 'closed'; step = await next()) {
    if (step.kind === 'wait') {
      await api.skip('next');
      continue;
    }
    const caption = guide.step(step.number, guided.steps);
    const name = phoneName(directory, step.phone);
    const phone = phones.getByRole('region', { name, exact: true });
    await phones.getByRole('status').filter({ hasText: caption }).waitFor();
    await phones.getByRole('button', { name: guide.put }).click();
    await phone.evaluate(sized, HEIGHT);
    await reel.add(caption, await phone.screenshot(), undefined, SEEN.drafted);
    if (step.kind === 'answer') await cloud.clock.advance(AFTER);
    await phone.getByRole('button', { name: words.send }).click();
    await phone.locator('.own').getByText(step.body).last().waitFor();
    await cloud.clock.settled();
    // The page asks for new texts every second.
    await phones.waitForTimeout(2500);
    const after = await next();
    const graph = 'request' in after && after.request ? await graphOf(scene, after.request) : undefined;
    await reel.add(caption, await phone.screenshot(), graph, after.kind === 'closed' ? SEEN.last : SEEN.sent);
  }
}

async function graphOf({ desk, cloud }: Scene, request: string): Promise<Buffer> {
  await desk.goto(pagesOf(cloud.url).execution(request));
  const graph = desk.locator('.state-graph');
  await graph.locator('svg').waitFor();
  return graph.screenshot();
}

async function film(language: Language, browser: TestBrowser): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'small-grid-picture-'));
  const { cloud, town } = await openTown(language, folder);
  const open = async (origin: string, height: number, width = 1280) => {
    const opened = await browser.open({ origin, language, width: 'desk' });
    await opened.context.clock.setFixedTime(cloud.clock.now());
    await opened.page.setViewportSize({ width, height });
    return opened.page;
  };
  try {
    const phones = await open(cloud.endpoint, 1100);
    const desk = await open(cloud.url, 900);
    const table = await open(cloud.url, SIZE.height, SIZE.width);
    await phones.goto('/_local/pages/phones/');
    await signInTo({ page: desk }, town.settings.id, 'administrator', '/executions');
    const reel = new Reel(table, OPENING[language]);
    await play({ language, cloud, town, phones, desk, reel });
    return apng(reel.frames);
  } finally {
    await cloud.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const [folder = 'docs/pictures', ...wanted] = process.argv.slice(2);
const browser = await TestBrowser.launch();
try {
  for (const language of ['en', 'zh-CN'] as const) {
    if (wanted.length > 0 && !wanted.includes(language)) continue;
    const file = join(folder, `a-request-${language}.png`);
    await writeFile(file, await film(language, browser));
    console.log(`${file}  ${((await stat(file)).size / 1e6).toFixed(2)} MB`);
  }
} finally {
  await browser.close();
}
