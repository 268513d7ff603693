import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import * as z from 'zod';
import { ENVIRONMENT } from '../../adapters/environment.js';
import { functionBuild } from '../../tools/bundle.js';
import { declaredFunctions } from '../../tools/declared-functions.js';
import { FunctionBuilds } from '../../tools/watch/function-builds.js';

const ROOT = join(import.meta.dirname, '../..');

/** The core of zod tells whoever asks of each schema that it makes: at the start of a function, and once it answered something. */
const SCHEMAS = `
  let made = 0;
  globalThis.__zod_globalConfig = { postProcessor: () => { made += 1; } };
  const { handler } = await import(process.argv[2]);
  const atStart = made;
  await handler({}, {}).catch(() => undefined);
  process.stderr.write(JSON.stringify([atStart, made]));
`;

const functionsNamed = (...names: string[]) =>
  declaredFunctions(ROOT).filter(({ name }) => names.includes(name));

let out = '';
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'small-grid-start-'));
});
afterEach(() => rm(out, { recursive: true, force: true }));

/** How many schemas the core made by the time a function was loaded, and when it had been called. */
async function schemasMade(name: string): Promise<{ readonly atStart: number; readonly called: number }> {
  const script = join(out, 'count.mjs');
  await writeFile(script, SCHEMAS);
  const told = Object.fromEntries(Object.values(ENVIRONMENT).map((one) => [one, 'https://start.invalid']));
  const env = { ...told, [ENVIRONMENT.machines]: '{}', AWS_REGION: 'us-east-1', NODE_NO_WARNINGS: '1' };
  const { stderr } = await promisify(execFile)(process.execPath, [script, join(out, name, 'index.mjs')], {
    env,
  });
  const [atStart, called] = z.tuple([z.number(), z.number()]).parse(JSON.parse(stderr));
  return { atStart, called };
}

it('a function makes of no schema what reads before it reads with it', async () => {
  const functions = functionsNamed('read-town', 'record-step', 'manage-town', 'receive-sms');
  await build({ ...functionBuild(ROOT, functions), outdir: out });
  for (const { name } of functions) expect([name, (await schemasMade(name)).atStart]).toEqual([name, 0]);
  expect((await schemasMade('record-step')).called).toBeGreaterThan(0);
});

it('a function that is watched can tell the form of a town, which may change meanwhile', async () => {
  const functions = functionsNamed('read-town');
  await new FunctionBuilds(ROOT, functions).build(functions, out);
  const text = await readFile(join(out, 'read-town/index.mjs'), 'utf8');
  expect(text).not.toContain('functions describe no schema');
});
