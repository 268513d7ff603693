import {
  assertSucceeded,
  createMachine,
  openHost,
  seconds,
  start,
  withFolder,
} from './step-functions-host.js';

// A Map of 1,000 items, each a task call, on the disk: with AWS's 40 iterations at once and with all at once. The
// growth from 250 to 2,000 items shows whether the cost of an item depends on how many there are.

const SIZES = [250, 500, 1_000, 2_000];

const machine = (MaxConcurrency: number) => ({
  StartAt: 'Each',
  States: {
    Each: {
      Type: 'Map',
      Items: '{% [1..$states.input.items] %}',
      MaxConcurrency,
      ItemProcessor: {
        StartAt: 'Call',
        States: {
          Call: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Arguments: { FunctionName: 'one', item: '{% $states.input %}' },
            TimeoutSeconds: 600,
            End: true,
          },
        },
      },
      Output: { count: '{% $count($states.result) %}' },
      End: true,
    },
  },
});

async function measure(items: number, concurrency: number): Promise<number> {
  return withFolder(async (folder) => {
    const host = await openHost(folder);
    const arn = await createMachine(host, 'measured', machine(concurrency));
    const taken = await seconds(async () => {
      const started = await start(host, arn, { items });
      await host.clock.settled();
      await assertSucceeded(host, started);
    });
    await host.close();
    return taken;
  });
}

for (const items of SIZES) {
  const limited = await measure(items, 40);
  const all = await measure(items, items);
  const each = (taken: number) => `${taken.toFixed(2)} s, ${((taken * 1000) / items).toFixed(2)} ms an item`;
  console.log(`map of ${items} items: 40 at once ${each(limited)}; all at once ${each(all)}`);
}
