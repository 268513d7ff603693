import { countingMachine } from './counting-machine.js';
import {
  assertSucceeded,
  createMachine,
  openHost,
  seconds,
  start,
  withFolder,
} from './step-functions-host.js';

// An execution of 25,000 events, the most that AWS allows: run to its end on the disk, and its history read in pages.

/** Four events a turn, and seven around them. */
const TURNS = 6_247;

async function readHistory(
  { service }: Awaited<ReturnType<typeof openHost>>,
  executionArn: string,
): Promise<number> {
  let events = 0;
  let nextToken: unknown;
  do {
    const page = await service.handle('GetExecutionHistory', { executionArn, maxResults: 1000, nextToken });
    if (Array.isArray(page.events)) events += page.events.length;
    ({ nextToken } = page);
  } while (nextToken !== undefined);
  return events;
}

await withFolder(async (folder) => {
  const host = await openHost(folder);
  const arn = await createMachine(host, 'measured', countingMachine);
  let started = '';
  const run = await seconds(async () => {
    started = await start(host, arn, { turns: TURNS });
    await host.clock.settled();
  });
  await assertSucceeded(host, started);
  let events = 0;
  const read = await seconds(async () => {
    events = await readHistory(host, started);
  });
  await host.close();
  console.log(`${events} events: run in ${run.toFixed(2)} s, read in pages of 1000 in ${read.toFixed(2)} s`);
});
