import { appNamed, isWords, type KeptApp, keptAddress, keptFiles, wordsIn } from './keep-apps.js';

/**
 * The parts of a service worker that a page lacks. The DOM's types, with which everything here is checked, lack them.
 */
interface Lasting extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Lasting {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Telling extends Lasting {
  readonly data: unknown;
}
interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'message', listener: (event: Telling) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
}
const scope = globalThis as unknown as WorkerScope;

const CACHE = 'small-grid';

/** A page that is there at once is worth more than the newest one after half a minute. Milliseconds. */
const PATIENCE = 4000;

// A new worker takes over at once: it keeps no more than what pages ask it to.
scope.addEventListener('install', (event) => event.waitUntil(scope.skipWaiting()));
scope.addEventListener('activate', (event) => event.waitUntil(scope.clients.claim()));

// A page says by its app's name that it was opened: with a network now, it may have none the next time.
scope.addEventListener('message', (event) => {
  const app = appNamed(event.data);
  if (app) event.waitUntil(keep(app));
});

scope.addEventListener('fetch', (event) => {
  const address = keptAddress(event.request, scope.location.origin);
  if (address !== undefined) event.respondWith(newest(event.request, address));
});

async function keep(app: KeptApp): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(keptFiles(app));
  await keepWords(app, cache);
}

/** The words that its script loads in each language, and no more those of an earlier one. */
async function keepWords({ files: [script = ''] }: KeptApp, cache: Cache): Promise<void> {
  const words = wordsIn((await (await cache.match(script))?.text()) ?? '');
  if (words.length === 0) return;
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname).filter(isWords);
  await cache.addAll(words.filter((address) => !kept.includes(address)));
  const gone = kept.filter((address) => !words.includes(address));
  await Promise.all(gone.map((address) => cache.delete(address)));
}

/** From the network while that answers in time, else as it was kept. */
async function newest(request: Request, address: string): Promise<Response> {
  const fresh = fetch(request).then((response) => (isNoAnswer(response) ? undefined : response));
  const inTime = await Promise.race([fresh.catch(() => undefined), wait(PATIENCE)]);
  if (inTime) return inTime;
  const kept = await (await caches.open(CACHE)).match(address, { ignoreVary: true });
  return kept ?? fetch(request);
}

/** It failed, or the gateway is full: a kept answer is better than its words, which are for programs. */
const isNoAnswer = ({ status }: Response): boolean => status >= 500 || status === 429;

const wait = (milliseconds: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(undefined), milliseconds);
  });
