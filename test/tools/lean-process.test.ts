import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '../..');
const END_WITH_PARENT = pathToFileURL(join(ROOT, 'tools/end-with-parent.ts')).href;

/** Says its id and how it was begun, and waits; what it is told to end with comes as an argument. */
const PROGRAM = `
  import { endWithParent } from '${END_WITH_PARENT}';
  endWithParent();
  process.on('SIGTERM', () => process.exit(3));
  const timer = setInterval(() => undefined, 1000);
  console.log(JSON.stringify({
    pid: process.pid, bound: process.env['MALLOC_TRIM_THRESHOLD_'], options: process.argv.slice(2),
  }));
  if (process.argv[2] === 'done') clearInterval(timer);
`;

const LEAN_HEAP = pathToFileURL(join(ROOT, 'local-cloud/lean-heap.ts')).href;

/** Says how large the youngest part of its heap became, in MB, of its own and of a thread that is bound to 2. */
const BUSY_PROGRAM = `
  import { once } from 'node:events';
  import { createRequire } from 'node:module';
  import { Worker } from 'node:worker_threads';
  import { keepHeapLean } from '${LEAN_HEAP}';
  keepHeapLean();
  const most = \`(() => {
    const { getHeapSpaceStatistics } = require('node:v8');
    const kept = [];
    let most = 0;
    for (let made = 0; made < 2e6; made += 1) {
      kept[made % 200_000] = { made };
      if (made % 10_000 > 0) continue;
      most = Math.max(most, getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size);
    }
    return most / 2 ** 20;
  })()\`;
  const thread = new Worker(\`require('node:worker_threads').parentPort.postMessage(\${most})\`, {
    eval: true,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 2 },
  });
  const [ofThread] = await once(thread, 'message');
  const ofHost = new Function('require', \`return \${most}\`)(createRequire('${LEAN_HEAP}'));
  console.log(JSON.stringify({ ofHost, ofThread }));
`;

/** Says how much its youngest objects take, in MB, when it has just been busy and when it is at rest. */
const RESTING_PROGRAM = `
  import { mock } from 'node:test';
  import { getHeapSpaceStatistics } from 'node:v8';
  import { keepHeapLean } from '${LEAN_HEAP}';
  mock.timers.enable({ apis: ['setInterval'] });
  keepHeapLean();
  const kept = [];
  for (let made = 0; made < 2e6; made += 1) kept[made % 200_000] = { made };
  const young = () =>
    getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').physical_space_size / 2 ** 20;
  mock.timers.tick(10_000);
  const busy = young();
  // V8 itself takes a process that has made nothing for five seconds to be at rest: its clock cannot be advanced.
  setTimeout(() => {
    mock.timers.tick(10_000);
    console.log(JSON.stringify({ busy, atRest: young() }));
  }, 5500);
`;

interface Said {
  readonly pid: number;
  readonly bound: string;
  readonly options: readonly string[];
}

let folder: string;
let program: string;
let busyProgram: string;
let restingProgram: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'small-grid-lean-'));
  program = join(folder, 'program.mts');
  busyProgram = join(folder, 'busy-program.mts');
  restingProgram = join(folder, 'resting-program.mts');
  await Promise.all([
    writeFile(program, PROGRAM),
    writeFile(busyProgram, BUSY_PROGRAM),
    writeFile(restingProgram, RESTING_PROGRAM),
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function firstLine(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(process.execPath, ['tools/lean-process.mjs', ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, line };
}

async function begin(option: string, env?: NodeJS.ProcessEnv): Promise<{ child: ChildProcess; said: Said }> {
  const { child, line } = await firstLine([program, option], env);
  return { child, said: JSON.parse(line) as Said };
}

const ended = async (child: ChildProcess): Promise<readonly unknown[]> =>
  child.exitCode === null && child.signalCode === null
    ? once(child, 'exit')
    : [child.exitCode, child.signalCode];

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function untilDead(pid: number): Promise<boolean> {
  for (let looks = 0; looks < 200 && lives(pid); looks += 1) await pause(25);
  return !lives(pid);
}

describe('a program in a process that gives memory back', () => {
  it('has the bounds, or those of whoever begins it, and its options, and ends by itself', async () => {
    const [own, given] = await Promise.all([begin('done'), begin('done', { MALLOC_TRIM_THRESHOLD_: '7' })]);
    expect([own.said.bound, given.said.bound]).toEqual(['131072', '7']);
    expect(own.said.options).toEqual(['done']);
    expect(await Promise.all([ended(own.child), ended(given.child)])).toEqual([
      [0, null],
      [0, null],
    ]);
  });

  it('is asked to end as the process that began it is, whose exit code is its own', async () => {
    const { child } = await begin('wait');
    child.kill('SIGTERM');
    expect(await ended(child)).toEqual([3, null]);
  });

  it('ends with it however that one is killed', async () => {
    const { child, said } = await begin('wait');
    child.kill('SIGKILL');
    await ended(child);
    expect(await untilDead(said.pid)).toBe(true);
  });

  it('takes it along when it is killed itself', async () => {
    const { child, said } = await begin('wait');
    process.kill(said.pid, 'SIGKILL');
    expect(await ended(child)).toEqual([null, 'SIGKILL']);
  });

  it('lets its youngest objects take half of what V8 would, and those of a thread what the thread is bound to', async () => {
    const { child, line } = await firstLine([busyProgram]);
    const said = JSON.parse(line) as { ofHost: number; ofThread: number };
    expect(await ended(child)).toEqual([0, null]);
    expect(said.ofHost).toBeLessThanOrEqual(16);
    expect(said.ofThread).toBeLessThanOrEqual(2);
  });

  it('gives back at rest what its youngest objects took while it was busy', async () => {
    const { child, line } = await firstLine([restingProgram]);
    const said = JSON.parse(line) as { busy: number; atRest: number };
    expect(await ended(child)).toEqual([0, null]);
    expect(said.busy).toBeGreaterThan(8);
    expect(said.atRest).toBeLessThan(4);
  });
});
