import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { keepHeapLean } from '@small-grid/local-cloud';
import { endWithParent } from '../tools/end-with-parent.js';
import { hostSmallGrid } from '../tools/host-small-grid.js';
import { crowdTown, from } from './crowd.js';

// A town that runs on: requests are filed by anybody, pages are read, with a data folder or in memory. Prints the
// memory and the open files of the host as they go on, to see whether they grow with what has been done.

const { values } = parseArgs({
  options: {
    requests: { type: 'string', default: '20000' },
    reads: { type: 'string', default: '50000' },
    memory: { type: 'boolean', default: false },
  },
});
const REQUESTS = Number(values.requests);
const READS_A_REQUEST = Number(values.reads) / REQUESTS;
/** Callers at the same time. */
const AT_ONCE = 8;
const STEPS = 20;
/** Milliseconds without callers before each reading: by then the host has looked at its memory at rest. */
const REST = 22_000;
const ROOT = join(import.meta.dirname, '..');

// As under `npm start`.
if (process.send === undefined) {
  const again = [join(ROOT, 'tools/lean-process.mjs'), import.meta.filename, ...process.argv.slice(2)];
  process.exit(spawnSync(process.execPath, again, { stdio: 'inherit' }).status ?? 1);
}
endWithParent();
keepHeapLean();

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(0).padStart(5);

async function folderBytes(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = files
    .filter((file) => file.isFile())
    .map((file) =>
      stat(join(file.parentPath, file.name)).then(
        ({ size }) => size,
        () => 0,
      ),
    );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

/** Bytes of this process that are no file's: the store maps its files into memory, which the system takes back as it needs. Linux only. */
async function anonymousBytes(): Promise<number> {
  const status = await readFile('/proc/self/status', 'utf8');
  return Number(/^RssAnon:\s+(\d+) kB/m.exec(status)?.[1]) * 1024;
}

async function report(done: number, folder: string | undefined): Promise<void> {
  const { rss, heapUsed, heapTotal, external } = process.memoryUsage();
  const [files, threads] = [
    (await readdir('/proc/self/fd')).length,
    (await readdir('/proc/self/task')).length,
  ];
  const stored = folder === undefined ? '' : `  folder ${megabytes(await folderBytes(folder))} MB`;
  console.log(
    `${String(done).padStart(6)} requests  rss ${megabytes(rss)} MB  without mapped files ${megabytes(await anonymousBytes())} MB  heap ${megabytes(heapUsed)} of ${megabytes(heapTotal)} MB  ` +
      `external ${megabytes(external)} MB  files ${files}  threads ${threads}${stored}`,
  );
}

const request = (n: number) => ({
  name: `示例居民${n}`,
  phone: `+8619${String(900_000_000 + n)}`,
  village: 'houjiayuan',
  group: 1 + (n % 3),
  category: 'street-light',
  description: `示例：第${n}盏路灯坏了`,
  consent: true,
});

async function post(url: string, n: number): Promise<void> {
  const response = await fetch(`${url}/requests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...from(n) },
    body: JSON.stringify(request(n)),
  });
  await response.arrayBuffer();
  if (response.status !== 202) counts.refused += 1;
}

async function read(url: string, n: number): Promise<void> {
  const similar = `${url}/requests/similar?grid=52&category=street-light`;
  const response = await fetch(similar, { headers: from(n) });
  await response.arrayBuffer();
  if (response.status !== 200) counts.unread += 1;
}

const counts = { refused: 0, unread: 0 };
const folder = values.memory ? undefined : await mkdtemp(join(tmpdir(), 'small-grid-soak-'));
const crowd = await crowdTown();
const hosted = await hostSmallGrid(
  ROOT,
  { port: 0, awsPort: 0, data: folder, towns: [crowd.folder] },
  { onStale: () => console.log('bundling'), onImport: (town) => console.log(`importing ${town}`) },
);
const { url } = hosted.cloud;
let begun = 0;
let reads = 0;

async function work(until: number): Promise<void> {
  while (begun < until) {
    begun += 1;
    await post(url, begun);
    for (; reads < begun * READS_A_REQUEST; reads += 1) await read(url, begun);
  }
}

await report(0, folder);
for (let step = 1; step <= STEPS; step += 1) {
  const until = Math.round((REQUESTS * step) / STEPS);
  await Promise.all(Array.from({ length: AT_ONCE }, () => work(until)));
  // Callers come before what their requests set off, which waits meanwhile: it is the memory of what is done that
  // counts.
  await hosted.cloud.clock.settled();
  // And the threads of functions collect what is left over when nobody has called for two seconds.
  await setTimeout(REST);
  await report(until, folder);
}
console.log(`${counts.refused} requests and ${counts.unread} reads were refused`);
await hosted.close();
await crowd.remove();
if (folder !== undefined) await rm(folder, { recursive: true });
