import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { createLocalCloud } from '@small-grid/local-cloud';

// How long a test waits for a cloud of its own: an empty one, and one that hosts the synthesized app, kept in memory.
// What comes first in a process also loads the code, and is printed apart. `npm run synth` first; `node --import tsx
// bench/fresh-cloud.ts [--clouds 20]`.

const { values } = parseArgs({ options: { clouds: { type: 'string', default: '20' } } });
const CLOUDS = Number(values.clouds);
const ASSEMBLY = join(import.meta.dirname, '..', 'cdk.out');

type Options = Parameters<typeof createLocalCloud>[0];

/** Milliseconds until a cloud is ready to be called. */
async function opened(options: Options): Promise<number> {
  const began = performance.now();
  const cloud = await createLocalCloud({ clock: 'manual', logLevel: 'silent', ...options });
  const taken = performance.now() - began;
  await cloud.close();
  return taken;
}

async function measure(of: string, options: Options): Promise<void> {
  const first = await opened(options);
  const times: number[] = [];
  for (let n = 0; n < CLOUDS; n += 1) times.push(await opened(options));
  const sorted = times.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(CLOUDS / 2)] ?? 0;
  console.log(
    `${of}: the first ${first.toFixed(0)} ms; of ${CLOUDS} more the median ${median.toFixed(0)} ms, the longest ${(sorted.at(-1) ?? 0).toFixed(0)} ms`,
  );
}

await measure('an empty cloud', {});
await measure('the synthesized app', { assembly: ASSEMBLY });
