import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { openTable } from '../adapters/dynamodb.js';
import { inGroups } from '../adapters/in-groups.js';
import { RequestStore } from '../adapters/request-store.js';
import { lean } from '../adapters/sdk-client.js';
import { WorkflowClient } from '../adapters/workflow-client.js';
import type { RequestRecord } from '../domain/request/record.js';
import { signInTo } from '../test/browser/sign-in.js';
import { TestBrowser } from '../test/browser/test-browser.js';
import { TownStory } from '../test/stories/town-story.js';
import type { Town } from '../domain/town/schema.js';
import { sampleTown } from '../test/towns/sample-town.js';
import { withoutCallerLimits } from '../test/towns/without-caller-limits.js';
import { fillBoard, measure, median } from './filled-board.js';

// The console over as many executions as AWS keeps of a busy town, 20,000: what the list, a search, the graph on which everything waits and
// the counts above the board take, asked for on the local cloud and shown in a browser. Each execution is one of the town's own machine that
// ran as its record stands: 200 failed until the duty desk was asked, those of closed requests ran to their end, and of the latest 1,500
// some wait for somebody and 200 were stopped. The clock hardly moves: at its next sweep the town would seal the files of all that are closed.
// With `--towns N` the executions are those of N towns that share the deployment, as many of each, and the list follows from a town's own records.

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { towns: { type: 'string', default: '1' } },
});
const TOWNS = Number(options.towns);
/** Of each town. */
const EXECUTIONS = Math.floor(Number(positionals[0] ?? 20_000) / TOWNS);
/** How many days the closed requests go back. */
const DAYS = 80;
/** Between the start of fifty and that of the next: all together less than the five minutes until the next sweep. */
const PAUSE = 'PT0.5S';
const OPEN = Math.min(1_500, Math.floor(EXECUTIONS / 4));
/** Starts that are under way at once. */
const AT_ONCE = 50;
const LOOKS = 3;
/** As many as one redrives together. */
const STOPPED = Math.min(200, Math.floor(OPEN / 4));
const FAILED = STOPPED;

/** How long something took, said with it. */
async function timed<Result>(what: string, done: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  const result = await done();
  console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(0)} s`);
  return result;
}

async function startAll(town: TownStory, ids: readonly string[]): Promise<void> {
  const sfn = lean(town.sfn(), town.cloud.calls);
  const workflow = new WorkflowClient(sfn);
  const machine = town.output('RequestStateMachineArn');
  for (let begun = 0; begun < ids.length; begun += AT_ONCE) {
    const some = ids.slice(begun, begun + AT_ONCE);
    await Promise.all(some.map((id) => workflow.start(machine, town.town.settings.id, id)));
    await town.cloud.clock.settled();
    await town.advance(PAUSE);
    if (begun % (AT_ONCE * 20) === 0) console.log(`${begun} of ${ids.length} executions started`);
  }
  sfn.destroy();
}

/** As many as the console acts on at a time. */
const ACTED_ON = 4;

/** Somebody stops them in the console, as after an outage. A second passes with each few: the API takes so many calls in one. */
const stopAll = (town: TownStory, ids: readonly string[]) =>
  inGroups(ids, ACTED_ON, async (id) => {
    const path = `/admin/executions/resident-request/${id}/stop`;
    const stopped = await town.admin('administrator', path, 'POST', { cause: 'bench' });
    if (!stopped.ok) throw new Error(`${id} was not stopped: ${stopped.status}`);
    await town.advance('PT0.2S');
  });

/** A bad half hour of a function: its retries are spent, and the duty desk is asked about each. */
async function failAll(town: TownStory, ids: readonly string[]): Promise<void> {
  await town.fault({ function: 'AssignRequest', error: 'Broken' });
  await startAll(town, ids);
  await town.advance('PT30M');
  await town.clearFaults();
}

/** The record of a request that was lived to its end, and of one that nobody has taken yet: what all others are like. */
async function lived(town: TownStory, store: RequestStore) {
  const recordOf = async (id: string): Promise<RequestRecord> => {
    const record = await store.find(town.town.settings.id, id);
    if (!record) throw new Error(`${id} was not stored`);
    return record;
  };
  const { id } = await town.submit({ description: 'bench' });
  await town.reply('g52-a', '1');
  await town.reply('g52-a', '1 已修好');
  await town.replyAsResident('1');
  const waiting = await town.submit({ description: 'bench, later' });
  return { closed: await recordOf(id), waiting: await recordOf(waiting.id) };
}

/** Towns share the machines, and so the names of executions: `first` is the number from which this town's count. */
async function fill(town: TownStory, first: number): Promise<readonly string[]> {
  const store = new RequestStore(openTable(town.output('TableName'), town.cloud.endpoint, town.cloud.calls));
  const models = await lived(town, store);
  if (models.closed.closedAs === undefined) throw new Error('the first request was not closed');
  const filling = { store, days: DAYS };
  const waiting = (requests: number, from: number) => {
    const model = { ...models.waiting, createdAt: town.cloud.clock.now() };
    return fillBoard(town, { ...filling, model, requests, open: requests, from });
  };
  const failing = await waiting(FAILED, first);
  await timed('executions that fail', () => failAll(town, failing));
  const requests = EXECUTIONS - OPEN - FAILED;
  const closed = await timed('closed requests written', () =>
    fillBoard(town, { ...filling, model: models.closed, requests, open: 0, from: first + FAILED }),
  );
  await timed('their executions', () => startAll(town, closed));
  const latest = await waiting(OPEN, first + FAILED + requests);
  await timed('executions that wait', () => startAll(town, latest));
  await timed('stopped', () => stopAll(town, latest.slice(0, STOPPED)));
  return closed;
}

async function ask(town: TownStory, id: string): Promise<void> {
  const list = (await measure(town, 'the first page of executions', '/admin/executions')) as {
    cursor?: string;
  };
  const next = `/admin/executions?cursor=${encodeURIComponent(list.cursor ?? '')}`;
  const cases: [what: string, path: string][] = [
    ['the second page', next],
    ['those under way', '/admin/executions?status=RUNNING'],
    ['those in trouble', '/admin/executions?trouble=yes'],
    ['one by its number', `/admin/executions?text=${id}`],
    ['those that were stopped', '/admin/executions?status=ABORTED'],
    ['those of one village', '/admin/executions?village=zhukou'],
    ['those of one category', '/admin/executions?category=street-light'],
    ['those of a category that has none', '/admin/executions?category=water-leak'],
    ['by a word of an error', '/admin/executions?text=bench'],
    ['by a word that is nowhere', '/admin/executions?text=nowhere'],
    ['the graph on which everything waits', '/admin/executions/waiting'],
    ['the counts above the board', '/admin/requests/standing'],
  ];
  for (const [what, path] of cases) {
    await town.advance('PT1S');
    await measure(town, what, path);
  }
}

/** From page to page to the end, as whoever looks for all of them does. */
async function readWhole(town: TownStory, what: string, path: string): Promise<void> {
  const token = await town.token('administrator');
  const taken: number[] = [];
  let found = 0;
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const began = performance.now();
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const response = await town.http(path + after, { headers: { authorization: `Bearer ${token}` } });
    const page = (await response.json()) as { items: unknown[]; cursor?: string };
    taken.push(performance.now() - began);
    found += page.items.length;
    ({ cursor } = page);
    await town.advance('PT0.2S');
  }
  const longest = Math.max(...taken).toFixed(0);
  console.log(
    `all ${what}: ${found} in ${taken.length} calls of ${median(taken).toFixed(0)} ms, ${longest} ms at most`,
  );
}

/** From the address to the first row, a few times. */
async function look(page: Page, what: string, path: string, shown: string): Promise<void> {
  const taken: number[] = [];
  for (let nth = 0; nth < LOOKS; nth += 1) {
    const began = performance.now();
    await page.goto(`/console${path}`);
    await page.locator(shown).first().waitFor();
    taken.push(performance.now() - began);
  }
  console.log(`${what} in a browser: ${median(taken).toFixed(0)} ms`);
}

/** What the list asks for every 15 seconds while somebody looks at it. */
async function follow(page: Page): Promise<void> {
  await page.goto('/console/executions');
  await page.locator('tbody tr').first().waitFor();
  const taken: number[] = [];
  for (let nth = 0; nth < LOOKS; nth += 1) {
    const answer = await page.waitForResponse((response) => response.url().includes('/admin/executions'));
    await answer.finished();
    taken.push(answer.request().timing().responseEnd);
  }
  console.log(`the list looked at again: ${median(taken).toFixed(0)} ms`);
}

/** The same town under another name and number. */
function another(nth: number): Town {
  const { settings, ...rest } = withoutCallerLimits(sampleTown());
  const id = `${settings.id}-${nth}`;
  return {
    ...rest,
    settings: { ...settings, id, sms: { ...settings.sms, number: `+8619900${700_000 + nth}` } },
  };
}

const town = await TownStory.begin({ console: true });
for (let nth = 1; nth < TOWNS; nth += 1) {
  const other = await town.beside(another(nth));
  await timed(`${EXECUTIONS} executions of ${other.town.settings.id}`, () => fill(other, nth * EXECUTIONS));
}
const [id = ''] = await timed(`${EXECUTIONS} executions`, () => fill(town, 0));
await ask(town, id);
await readWhole(town, 'in trouble', '/admin/executions?trouble=yes');
await readWhole(town, 'that were stopped', '/admin/executions?status=ABORTED');

const browser = await TestBrowser.launch();
const opened = await browser.open({ origin: town.cloud.url, language: 'en', width: 'desk' });
await signInTo(opened, town, 'administrator', '/requests');
const { page } = opened;
await look(page, 'the board', '/requests', 'tbody tr');
await look(page, 'the list of executions', '/executions', 'tbody tr');
await look(
  page,
  'what is in trouble, grouped by failure',
  '/executions?trouble=yes&group=failure',
  'tbody tr',
);
await look(page, 'the graph on which everything waits', '/executions/waiting', '.state-graph svg');
await follow(page);
await browser.close();
await town.end();
