import { createMachine, openHost, seconds, start, withFolder } from './step-functions-host.js';
import { waitingMachine } from './waiting-machine.js';

// How long a host takes to go on with 10,000 open executions: store opened, timers armed. Exit code 1 past the limit.

const OPEN = 10_000;
const AT_ONCE = 50;
/** Seconds a restart may take. */
const LIMIT = 10;

await withFolder(async (folder) => {
  const first = await openHost(folder);
  const arn = await createMachine(first, 'waiting', waitingMachine);
  for (let begun = 0; begun < OPEN; begun += AT_ONCE) {
    await Promise.all(
      Array.from({ length: AT_ONCE }, (_, n) => start(first, arn, { request: `R${begun + n}` })),
    );
  }
  await first.clock.settled();
  await first.close();
  let second = first;
  const taken = await seconds(async () => {
    second = await openHost(folder);
    await second.service.resume();
    await second.clock.settled();
  });
  if (second.clock.nextTimer() === undefined) throw new Error('no execution waits after the restart');
  await second.close();
  console.log(`restart with ${OPEN} open executions: ${taken.toFixed(2)} s (limit ${LIMIT} s)`);
  if (taken > LIMIT) process.exitCode = 1;
});
