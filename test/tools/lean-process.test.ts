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

interface Said {
  readonly pid: number;
  readonly bound: string;
  readonly options: readonly string[];
}

let folder: string;
let program: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'small-grid-lean-'));
  program = join(folder, 'program.mts');
  await writeFile(program, PROGRAM);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function begin(
  option: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{ child: ChildProcess; said: Said }> {
  const child = spawn(process.execPath, ['tools/lean-process.mjs', program, option], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
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
});
