import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import type { Language } from '../../domain/words/language.js';
import { chromiumPath, fontsFile } from './chromium.js';

/** CSS pixels: a common phone, and a small desk screen. */
const SCREENS = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  desk: { viewport: { width: 1280, height: 800 } },
} as const;

/** How long something may take to appear, in milliseconds: a machine that does much else is slow, and nothing is wrong. */
const PATIENCE = 90_000;

export interface PageOptions {
  /** Where the site is; addresses of `page.goto` are relative to it. */
  readonly origin: string;
  readonly language: Language;
  readonly width: keyof typeof SCREENS;
  /** Only a page that has to work without scripts says false. */
  readonly javaScriptEnabled?: boolean;
}

/** A page of a visitor who was never there before, and what went wrong or went out on it. */
export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Broken scripts, what the content security policy stopped, and calls to anywhere but this machine. */
  readonly faults: readonly string[];
  /** Every address that was asked for, the query included. */
  readonly addresses: readonly string[];
  /** Resolves once what was asked for has come and is drawn, and nothing more is asked for. */
  readonly settled: () => Promise<void>;
}

/** Looks at a page that must find it at rest: what came may be followed by the next question with the next drawing. */
const LOOKS = 3;
/** Or after a tenth of a second: on a machine that does much else a page is never idle. */
const WHEN_IDLE =
  'new Promise((idle) => requestIdleCallback(() => requestAnimationFrame(idle), { timeout: 100 }))';

/** One Chromium, for the tests of a file. */
export class TestBrowser {
  private constructor(
    private readonly browser: Browser,
    private readonly folder: string,
  ) {}

  static async launch(): Promise<TestBrowser> {
    const folder = await mkdtemp(join(tmpdir(), 'small-grid-browser-'));
    const browser = await chromium.launch({
      executablePath: await chromiumPath(),
      // The packed Chromium brings no sandbox; nothing but this machine can be reached.
      args: ['--headless=shell', '--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
      env: { ...process.env, FONTCONFIG_FILE: await fontsFile(folder) },
    });
    return new TestBrowser(browser, folder);
  }

  async open({ origin, language, width, javaScriptEnabled = true }: PageOptions): Promise<OpenPage> {
    const context = await this.browser.newContext({
      ...SCREENS[width],
      baseURL: origin,
      locale: language,
      timezoneId: 'Asia/Shanghai',
      javaScriptEnabled,
      // What fades in is not looked at half faded.
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE);
    const { faults, addresses, underway } = watch(context);
    const page = await context.newPage();
    return { faults, addresses, context, page, settled: () => settled(page, underway) };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function settled(page: Page, underway: ReadonlySet<Request>): Promise<void> {
  const end = performance.now() + PATIENCE;
  for (let looked = 0; looked < LOOKS;) {
    if (performance.now() > end)
      throw new Error(`never at rest: ${[...underway].map((request) => request.url()).join(' ')}`);
    await page.evaluate(WHEN_IDLE);
    looked = underway.size === 0 ? looked + 1 : 0;
  }
}

interface Watched extends Pick<OpenPage, 'faults' | 'addresses'> {
  /** What was asked for and has not come. */
  readonly underway: ReadonlySet<Request>;
}

function watch(context: BrowserContext): Watched {
  const faults: string[] = [];
  const addresses: string[] = [];
  const underway = new Set<Request>();
  context.on('requestfinished', (request) => underway.delete(request));
  context.on('requestfailed', (request) => underway.delete(request));
  context.on('request', (request) => {
    underway.add(request);
    const address = request.url();
    addresses.push(address);
    const { protocol, hostname } = new URL(address);
    if (/^https?:$/.test(protocol) && hostname !== '127.0.0.1') faults.push(`left this machine: ${address}`);
  });
  context.on('weberror', (error) => faults.push(`script failed: ${error.error().message}`));
  context.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) faults.push(message.text());
  });
  return { faults, addresses, underway };
}
