import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { asProgram } from '../tools/as-program.js';
import { crowdTown, from } from './crowd.js';

// How long residents wait whose requests come all at once, or for a minute one close behind the other, while the town
// works on what came in before. The town runs as `npm start` runs it, in a process of its own, with a data folder.
// Arguments: requests at once, in a minute.

const ROOT = join(import.meta.dirname, '..');
const [AT_ONCE = 500, IN_A_MINUTE = 1500] = process.argv.slice(2).map(Number);
const MINUTE = 60_000;

interface Town {
  readonly url: string;
  readonly child: ChildProcess;
}

async function start(data: string, town: string): Promise<Town> {
  const child = spawn(
    process.execPath,
    [
      'tools/lean-process.mjs',
      'tools/start.ts',
      '--port',
      '0',
      '--aws-port',
      '0',
      '--data',
      data,
      '--town',
      town,
    ],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /ready {2}(\S+)/.exec(line)?.[1];
    if (url !== undefined) {
      child.stdout.resume();
      return { url, child };
    }
  }
  throw new Error('the town did not start');
}

interface Answered {
  readonly status: number;
  readonly milliseconds: number;
}

async function submit(url: string, n: number): Promise<Answered> {
  const began = performance.now();
  const response = await fetch(`${url}/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...from(n) },
    body: JSON.stringify({
      name: '示例居民',
      phone: `+86199${String(11_000_000 + n).padStart(8, '0')}`,
      village: 'zhukou',
      group: 1 + (n % 3),
      category: 'street-light',
      description: `示例：第${n}盏路灯不亮`,
      consent: true,
    }),
  });
  await response.text();
  return { status: response.status, milliseconds: performance.now() - began };
}

function tell(what: string, answers: readonly Answered[]): void {
  const taken = answers.map(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b);
  const at = (share: number): string =>
    `${Math.round(taken[Math.min(taken.length - 1, Math.floor(taken.length * share))] ?? 0)} ms`;
  const counted = new Map<number, number>();
  for (const { status } of answers) counted.set(status, (counted.get(status) ?? 0) + 1);
  const statuses = [...counted].map(([status, count]) => `${count} x ${status}`).join(', ');
  console.log(`${what}: ${statuses}; half within ${at(0.5)}, p99 ${at(0.99)}, the last ${at(1)}`);
}

async function main(): Promise<void> {
  const data = await mkdtemp(join(tmpdir(), 'small-grid-burst-'));
  const crowd = await crowdTown();
  const { url, child } = await start(data, crowd.folder);
  try {
    tell('the first request', [await submit(url, 0)]);
    const burst = Array.from({ length: AT_ONCE }, (_, n) => submit(url, 1 + n));
    tell(`${AT_ONCE} requests at once`, await Promise.all(burst));
    await pause(MINUTE);
    const following: Promise<Answered>[] = [];
    for (let n = 0; n < IN_A_MINUTE; n += 1) {
      following.push(submit(url, 1 + AT_ONCE + n));
      await pause(MINUTE / IN_A_MINUTE);
    }
    tell(`${IN_A_MINUTE} requests in a minute`, await Promise.all(following));
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
    await rm(data, { recursive: true, force: true });
    await crowd.remove();
  }
}

asProgram(import.meta.url, main);
