import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { copySources } from './copy-sources.js';

// How long `npm start` takes to print its ready line: cold, with nothing built, compiled or imported yet, and warm.
// Measured on a copy of the sources, so that nothing of the working tree is thrown away. Exit code 1 past a limit. How
// texts are read comes with the sample towns, and is not learnt at a start.

const ROOT = join(import.meta.dirname, '..');
const WARM_STARTS = 5;
/** Seconds a person is willing to wait. */
const LIMITS = { cold: 10, warm: 4 };

/** Starts, waits for the ready line, stops; answers the seconds in between. */
async function start(folder: string, temporary: string): Promise<number> {
  const begun = performance.now();
  // A group of its own, so that npm and what it started end together.
  const child = spawn('npm', ['start', '--silent', '--', '--port', '0', '--aws-port', '0'], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    // Compiled sources are kept in the folder for temporary files.
    env: { ...process.env, TMPDIR: temporary },
  });
  const exit = once(child, 'exit');
  let seconds: number | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.includes(' ready  ')) continue;
    seconds = (performance.now() - begun) / 1000;
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  }
  await exit;
  if (seconds === undefined) throw new Error('npm start ended without its ready line');
  return seconds;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function measure(): Promise<{ cold: number; warm: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'small-grid-start-up-'));
  try {
    const temporary = join(folder, 'tmp');
    const sources = join(folder, 'sources');
    await mkdir(temporary);
    await mkdir(sources);
    await copySources(ROOT, sources);
    const cold = await start(sources, temporary);
    const warm: number[] = [];
    for (let turn = 0; turn < WARM_STARTS; turn += 1) warm.push(await start(sources, temporary));
    return { cold, warm: median(warm) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const measured = await measure();
console.log(`npm start, cold: ${measured.cold.toFixed(2)} s (limit ${LIMITS.cold} s)`);
console.log(
  `npm start, warm: ${measured.warm.toFixed(2)} s, median of ${WARM_STARTS} (limit ${LIMITS.warm} s)`,
);
if (measured.cold > LIMITS.cold || measured.warm > LIMITS.warm) process.exitCode = 1;
