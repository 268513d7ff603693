import { openTable } from '../adapters/dynamodb.js';
import { RequestStore } from '../adapters/request-store.js';
import { requestId } from '../domain/codes/request-id.js';
import type { RequestRecord } from '../domain/request/record.js';
import { TownStory } from '../test/stories/town-story.js';

// The console with as many requests as a town has in years: what a page of the board, a filter, one request and a
// month's figures take on the local cloud. Paged queries, no scans: the figures must not grow with the table.

const REQUESTS = Number(process.argv[2] ?? 50_000);
/** Of all of them; the rest is closed. */
const OPEN = 1_500;
const AT_ONCE = 32;
const RUNS = 5;
const DAY = 86_400_000;
/** How far back they go. */
const DAYS = 900;

/** The same record under another number, in another grid, on another day, open or closed. */
function another(
  model: RequestRecord,
  grids: readonly { number: number; village: string }[],
  n: number,
): RequestRecord {
  const grid = grids[n % grids.length];
  const isOpen = n < OPEN;
  const createdAt = model.createdAt - (isOpen ? n % 10 : 10 + (n % DAYS)) * DAY;
  const id = requestId(new Uint8Array([7, 11, 13, n >> 16, n >> 8, n].map((byte) => byte & 0xff)));
  return {
    ...model,
    id,
    createdAt,
    grid: grid?.number,
    village: grid?.village,
    dueAt: createdAt + 5 * DAY,
    submission: `bench-${n}`,
    ...(isOpen
      ? {}
      : { status: 'closed' as const, closedAs: 'satisfied' as const, closedAt: createdAt + 2 * DAY }),
  };
}

async function fill(town: TownStory, store: RequestStore, model: RequestRecord): Promise<void> {
  const grids = town.town.grids.map(({ number, village }) => ({ number, village }));
  const person = { phone: '+8619911110001', description: 'bench' };
  for (let begun = 0; begun < REQUESTS; begun += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, REQUESTS - begun) }, (_, n) => begun + n);
    const stored = await Promise.all(numbers.map((n) => store.create(another(model, grids, n), person)));
    if (stored.includes(false)) throw new Error('two requests have one number');
    if (begun % (AT_ONCE * 250) === 0) console.log(`${begun} of ${REQUESTS} requests written`);
  }
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

async function measure(town: TownStory, what: string, path: string): Promise<unknown> {
  const token = await town.token('administrator');
  const taken: number[] = [];
  let text = '';
  for (let run = 0; run < RUNS; run += 1) {
    const began = performance.now();
    const response = await town.http(path, { headers: { authorization: `Bearer ${token}` } });
    text = await response.text();
    taken.push(performance.now() - began);
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  }
  const size = (text.length / 1024).toFixed(1);
  console.log(`${what}: ${median(taken).toFixed(0)} ms, ${size} KiB`);
  return JSON.parse(text);
}

const town = await TownStory.begin({ console: true });
const store = new RequestStore(openTable(town.output('TableName'), town.cloud.endpoint));
const { id } = await town.submit({ category: 'water-leak', description: 'bench' });
await town.reply('g52-a', '1');
const model = await store.find('sanhehu', id);
if (!model) throw new Error('the request was not stored');
await fill(town, store, model);

const first = (await measure(town, 'the first page of the board', '/admin/requests')) as { cursor?: string };
await measure(town, 'the second page', `/admin/requests?cursor=${first.cursor ?? ''}`);
await measure(town, 'the newest first', '/admin/requests?order=newest');
await measure(town, 'overdue ones', '/admin/requests?due=overdue');
await measure(town, 'open ones of one grid', '/admin/requests?grid=52');
await measure(town, 'closed ones of a year', '/admin/requests?state=closed');
await measure(town, 'closed ones of one grid', '/admin/requests?state=closed&grid=52');
await measure(town, 'one request', `/admin/requests/${id}`);
await measure(town, 'the figures of a month by grid', '/statistics?from=2026-07-01&to=2026-07-31&by=grid');
await town.end();
