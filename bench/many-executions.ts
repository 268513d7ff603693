import type { Page } from 'playwright-core';
import { openTable } from '../adapters/dynamodb.js';
import { RequestStore } from '../adapters/request-store.js';
import { WorkflowClient } from '../adapters/workflow-client.js';
import { signInTo } from '../test/browser/sign-in.js';
import { TestBrowser } from '../test/browser/test-browser.js';
import { TownStory } from '../test/stories/town-story.js';
import { fillBoard, measure, median } from './filled-board.js';

// The console over as many executions as AWS keeps of a busy town, 20,000 in ninety days: what the list, a search, the graph on which
// everything waits and the counts above the board take, asked for on the local cloud and shown in a browser. 1,500 requests are open.

const EXECUTIONS = Number(process.argv[2] ?? 20_000);
const KEPT_DAYS = 80;
/** Starts that are under way at once. */
const AT_ONCE = 50;
const LOOKS = 3;
/** As many as one redrives together at most. */
const STOPPED = 200;

async function startAll(town: TownStory, ids: readonly string[]): Promise<void> {
  const sfn = town.sfn();
  const workflow = new WorkflowClient(sfn);
  const machine = town.output('RequestStateMachineArn');
  for (let begun = 0; begun < ids.length; begun += AT_ONCE) {
    const some = ids.slice(begun, begun + AT_ONCE);
    await Promise.all(some.map((id) => workflow.start(machine, town.town.settings.id, id)));
    await town.cloud.clock.settled();
    if (begun % (AT_ONCE * 20) === 0) console.log(`${begun} of ${ids.length} executions started`);
  }
  sfn.destroy();
}

/** Some have failed, as a bad afternoon of a function would leave them: spread over all that there are. */
async function stopSome(town: TownStory, ids: readonly string[]): Promise<void> {
  const every = Math.max(1, Math.floor(ids.length / STOPPED));
  for (const id of ids.filter((_, n) => n % every === 0)) {
    const stopped = await town.admin(
      'administrator',
      `/admin/executions/resident-request/${id}/stop`,
      'POST',
      {
        cause: 'bench',
      },
    );
    if (!stopped.ok) throw new Error(`${id} was not stopped: ${stopped.status}`);
  }
  await town.cloud.clock.settled();
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

const town = await TownStory.begin({ console: true });
const store = new RequestStore(openTable(town.output('TableName'), town.cloud.endpoint));
const { id } = await town.submit({ category: 'water-leak', description: 'bench' });
await town.reply('g52-a', '1');
const model = await store.find('sanhehu', id);
if (!model) throw new Error('the request was not stored');
const ids = await fillBoard(town, { store, model, requests: EXECUTIONS, days: KEPT_DAYS });
await startAll(town, ids);
await stopSome(town, ids);

const list = (await measure(town, 'the first page of executions', '/admin/executions')) as {
  cursor?: string;
};
await measure(town, 'the second page', `/admin/executions?cursor=${list.cursor ?? ''}`);
await measure(town, 'those under way', '/admin/executions?status=RUNNING');
await measure(town, 'those in trouble', '/admin/executions?trouble=yes');
await measure(town, 'one by its number', `/admin/executions?text=${ids[0] ?? ''}`);
await measure(town, 'those that were stopped', '/admin/executions?status=ABORTED');
await measure(town, 'those of one village', '/admin/executions?village=zhukou');
await measure(town, 'those of one category', '/admin/executions?category=water-leak');
await measure(town, 'those of a week ago', '/admin/executions?to=2026-08-17');
await measure(town, 'by a word of an error', '/admin/executions?text=bench');
await measure(town, 'by a word that is nowhere', '/admin/executions?text=nowhere');
await measure(town, 'the graph on which everything waits', '/admin/executions/waiting');
await measure(town, 'the counts above the board', '/admin/requests/standing');

const browser = await TestBrowser.launch();
const opened = await browser.open({ origin: town.cloud.url, language: 'en', width: 'desk' });
await signInTo(opened, town, 'administrator', '/requests');
await look(opened.page, 'the board', '/requests', 'tbody tr');
await look(opened.page, 'the list of executions', '/executions', 'tbody tr');
await look(
  opened.page,
  'what is in trouble, grouped by failure',
  '/executions?trouble=yes&group=failure',
  'tbody tr',
);
await look(opened.page, 'the graph on which everything waits', '/executions/waiting', '.state-graph svg');
await browser.close();
await town.end();
