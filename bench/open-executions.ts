import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createMachine, openHost, seconds, start, withFolder } from './step-functions-host.js';
import { waitingMachine } from './waiting-machine.js';

// Executions open at once, each waiting for a person's answer: what starting one costs, in time and in memory, and
// whether that grows with how many there are.

const SIZES = [1_000, 2_000, 5_000, 10_000];
/** Starts that are under way at once, as from a busy intake. */
const AT_ONCE = 50;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function heapBytes(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function measure(count: number): Promise<{ taken: number; bytes: number }> {
  return withFolder(async (folder) => {
    const host = await openHost(folder);
    const arn = await createMachine(host, 'waiting', waitingMachine);
    const before = heapBytes();
    const taken = await seconds(async () => {
      for (let begun = 0; begun < count; begun += AT_ONCE) {
        await Promise.all(
          Array.from({ length: AT_ONCE }, (_, n) =>
            start(host, arn, { request: `R${begun + n}`, town: 'T' }),
          ),
        );
      }
      await host.clock.settled();
    });
    const bytes = heapBytes() - before;
    await host.close();
    return { taken, bytes };
  });
}

await measure(SIZES[0] ?? 0);
for (const count of SIZES) {
  const { taken, bytes } = await measure(count);
  const each = `${((taken * 1000) / count).toFixed(2)} ms and ${(bytes / count / 1024).toFixed(1)} KiB an execution`;
  console.log(`${count} executions open at once: ${taken.toFixed(2)} s, ${each}`);
}
