import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build, type Metafile } from 'esbuild';
import { ENVIRONMENT } from '../adapters/environment.js';
import { FUNCTION_OPTIONS, functionBuild } from '../tools/bundle.js';
import { declaredFunctions } from '../tools/declared-functions.js';
import { zippedKilobytes } from '../tools/deflated.js';

// What a cold start of each function costs beyond Node itself: the processor time of loading its bundle, in a process of
// its own, against that of a handler which makes the same SDK clients and nothing else; how large the bundle is as
// Lambda stores it, and the files that are loaded when they are first needed, and how many schemas it makes. `npm run build` first; `node --import tsx bench/cold-start.ts
// [RUNS] [NAME ...]`. Processor time, not the clock's: a busy machine does not change it much.

const [runs = '7', ...wanted] = process.argv.slice(2);
const RUNS = Number(runs);

const root = join(import.meta.dirname, '..');
const run = promisify(execFile);

/** The SDK clients that functions use, each with the calls that they make by it. */
const CLIENTS = {
  '@aws-sdk/client-dynamodb': [
    'DynamoDBClient',
    ['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'Scan', 'TransactWriteItems', 'UpdateItem'],
  ],
  '@aws-sdk/client-sfn': ['SFNClient', ['SendTaskFailure', 'SendTaskSuccess', 'StartExecution']],
  '@aws-sdk/client-sns': ['SNSClient', ['Publish']],
  '@aws-sdk/client-sqs': ['SQSClient', ['SendMessageBatch']],
} as const;
type Client = keyof typeof CLIENTS;

/** A handler that makes these clients, as functions do, and can make their calls. */
function handlerOf(clients: readonly Client[]): string {
  const imports = clients.map((from) => {
    const [client, calls] = CLIENTS[from];
    return `import { ${[client, ...calls.map((call) => `${call}Command`)].join(', ')} } from '${from}';`;
  });
  const made = clients.map((from) => `new ${CLIENTS[from][0]}(SDK_SETTINGS)`);
  const calls = clients.flatMap((from) => CLIENTS[from][1].map((call) => `${call}Command`));
  return [
    ...imports,
    `import { SDK_SETTINGS } from './adapters/sdk-client.ts';`,
    `const made = [${made.join(', ')}];`,
    `export const handler = (n, call) => made[n].send(new [${calls.join(', ')}][call]({}));`,
  ].join('\n');
}

const LOADER = `
  const before = process.cpuUsage();
  await import(process.argv[2]);
  const { user, system } = process.cpuUsage(before);
  console.log((user + system) / 1000);
`;

/** zod tells whoever asks of each schema that it makes. */
const COUNTER = `
  let made = 0;
  globalThis.__zod_globalConfig = { postProcessor: () => { made += 1; } };
  await import(process.argv[2]);
  console.log(made);
`;

/** What a script prints of a bundle: `LOADER` the milliseconds of processor time, `COUNTER` the schemas. */
async function printed(script: string, bundle: string): Promise<number> {
  const told = Object.fromEntries(Object.values(ENVIRONMENT).map((name) => [name, 'https://bench.invalid']));
  const env = {
    PATH: process.env['PATH'],
    ...told,
    [ENVIRONMENT.machines]: '{}',
    AWS_REGION: 'us-east-1',
    NODE_NO_WARNINGS: '1',
  };
  const { stdout } = await run(process.execPath, [script, bundle], { env });
  return Number(stdout);
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

const clientsIn = ({ inputs }: Metafile['outputs'][string]): Client[] =>
  (Object.keys(CLIENTS) as Client[]).filter((client) =>
    Object.keys(inputs).some((file) => file.includes(`node_modules/${client}/`)),
  );

const kilobytes = async (file: string): Promise<number> => Math.round(zippedKilobytes(await readFile(file)));

/** Of the files beside a bundle, each of which is loaded when it is first needed. */
async function kilobytesLater(bundle: string): Promise<number> {
  const beside = (await readdir(dirname(bundle))).filter((file) => file.endsWith('.cjs'));
  const sizes = await Promise.all(beside.map((file) => kilobytes(join(dirname(bundle), file))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const out = await mkdtemp(join(tmpdir(), 'small-grid-cold-start-'));
try {
  const functions = declaredFunctions(root).filter(
    ({ name }) => wanted.length === 0 || wanted.includes(name),
  );
  const { outputs } = (await build({ ...functionBuild(root, functions), outdir: out, write: false }))
    .metafile;
  const loader = join(out, 'load.mjs');
  const counter = join(out, 'count.mjs');
  await Promise.all([writeFile(loader, LOADER), writeFile(counter, COUNTER)]);
  const bundleOf = (name: string): string => join(root, 'dist/fn', name, 'index.mjs');
  const clientsOf = new Map(
    Object.values(outputs).flatMap((output) =>
      output.entryPoint === undefined
        ? []
        : [[output.entryPoint.split(':').at(-1) ?? '', clientsIn(output)] as const],
    ),
  );
  const bare = new Map<string, string>();
  for (const clients of clientsOf.values()) {
    const outfile = join(out, `bare-${bare.size}.mjs`);
    if (bare.has(clients.join())) continue;
    bare.set(clients.join(), outfile);
    const stdin = { contents: handlerOf(clients), resolveDir: root };
    await build({
      ...FUNCTION_OPTIONS,
      absWorkingDir: root,
      stdin,
      outfile,
      outExtension: {},
    });
  }
  const rows = [];
  for (const { name } of functions) {
    const beside = bare.get((clientsOf.get(name) ?? []).join()) ?? '';
    const times: { own: number[]; bare: number[] } = { own: [], bare: [] };
    // In turn, so that both meet the same machine.
    for (let n = 0; n < RUNS; n += 1) {
      times.own.push(await printed(loader, bundleOf(name)));
      times.bare.push(await printed(loader, beside));
    }
    rows.push({
      name,
      KB: await kilobytes(bundleOf(name)),
      'KB later': await kilobytesLater(bundleOf(name)),
      schemas: await printed(counter, bundleOf(name)),
      'ms of it': Math.round(median(times.own)),
      'ms of clients': Math.round(median(times.bare)),
      times: Number((median(times.own) / median(times.bare)).toFixed(2)),
    });
  }
  console.table(rows.toSorted((a, b) => b.times - a.times));
} finally {
  await rm(out, { recursive: true, force: true });
}
