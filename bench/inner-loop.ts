import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { copySources } from './copy-sources.js';

// How long a change of the sources takes to be seen on a running town (`npm start -- --watch`): a word on a page, and a
// line of a handler. Measured on a copy of the sources. Exit code 1 past a limit.

const ROOT = join(import.meta.dirname, '..');
const TURNS = 5;
/** Seconds from saving a file until a call is answered by it. */
const LIMIT = 2;

async function ready(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('npm start says nothing');
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /ready {2}(http:\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('npm start ended without its ready line');
}

/** Seconds until what is served holds what was just put into a file in place of something else. */
async function seen(
  file: string,
  from: string,
  to: string,
  served: () => Promise<string | null>,
): Promise<number> {
  const before = await readFile(file, 'utf8');
  if (!before.includes(from)) throw new Error(`${file} does not say ${from}`);
  const begun = performance.now();
  await writeFile(file, before.replace(from, to));
  while ((await served())?.includes(to) !== true) await pause(10);
  return (performance.now() - begun) / 1000;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function turns(name: string, one: (turn: number) => Promise<number>): Promise<number> {
  const seconds: number[] = [];
  for (let turn = 0; turn < TURNS; turn += 1) seconds.push(await one(turn));
  const middle = median(seconds);
  console.log(`${name}: ${middle.toFixed(2)} s, median of ${TURNS} (limit ${LIMIT} s)`);
  return middle;
}

const folder = await mkdtemp(join(tmpdir(), 'small-grid-inner-loop-'));
const sources = join(folder, 'sources');
await mkdir(sources);
await copySources(ROOT, sources);
for (const built of ['cdk.out', 'dist'])
  await cp(join(ROOT, built), join(sources, built), { recursive: true });
const child = spawn(
  process.execPath,
  ['--import', 'tsx', 'tools/start.ts', '--watch', '--memory', '--port', '0', '--aws-port', '0'],
  { cwd: sources, stdio: ['ignore', 'pipe', 'inherit'] },
);
try {
  const address = await ready(child);
  const get = (path: string) => fetch(address + path);
  const page = await turns('a word on a page', (turn) =>
    seen(
      join(sources, 'contracts/resident/messages.en.ts'),
      turn === 0 ? 'Grid service' : `Grid service ${turn - 1}`,
      `Grid service ${turn}`,
      async () => (await get('/main.js')).text(),
    ),
  );
  const handler = await turns('a line of a handler', (turn) =>
    seen(
      join(sources, 'functions/resident/read-town/handler.ts'),
      `max-age=${60 + turn}`,
      `max-age=${61 + turn}`,
      async () => (await get('/town')).headers.get('cache-control'),
    ),
  );
  if (Math.max(page, handler) > LIMIT) process.exitCode = 1;
} finally {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  await rm(folder, { recursive: true, force: true });
}
