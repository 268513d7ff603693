import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { ENVIRONMENT } from '../../adapters/environment.js';
import { functionBuild } from '../../tools/bundle.js';
import { declaredFunctions } from '../../tools/declared-functions.js';
import { FunctionBuilds } from '../../tools/watch/function-builds.js';

const ROOT = join(import.meta.dirname, '../..');

/** zod tells whoever asks of each schema that it makes; a town's has villages and programmes. */
const SCHEMAS_OF_TOWNS = `
  let made = 0;
  const isTown = ({ type, shape }) => type === 'object' && 'villages' in shape && 'programmes' in shape;
  globalThis.__zod_globalConfig = { postProcessor: ({ _zod }) => { if (isTown(_zod.def)) made += 1; } };
  await import(process.argv[2]);
  console.log(made);
`;

const functionsNamed = (...names: string[]) =>
  declaredFunctions(ROOT).filter(({ name }) => names.includes(name));

let out = '';
beforeEach(async () => {
  out = await mkdtemp(join(tmpdir(), 'small-grid-start-'));
});
afterEach(() => rm(out, { recursive: true, force: true }));

/** How often a function makes the schema of a town while it is loaded. */
async function townSchemasMade(name: string): Promise<number> {
  const script = join(out, 'count.mjs');
  await writeFile(script, SCHEMAS_OF_TOWNS);
  const told = Object.fromEntries(Object.values(ENVIRONMENT).map((one) => [one, 'https://start.invalid']));
  const env = { ...told, [ENVIRONMENT.machines]: '{}', AWS_REGION: 'us-east-1', NODE_NO_WARNINGS: '1' };
  const { stdout } = await promisify(execFile)(process.execPath, [script, join(out, name, 'index.mjs')], {
    env,
  });
  return Number(stdout);
}

it('a function makes the schema of a town at its start only where it changes towns', async () => {
  const functions = functionsNamed('read-town', 'record-step', 'manage-town');
  await build({ ...functionBuild(ROOT, functions), sourcemap: false, outdir: out });
  expect(await townSchemasMade('read-town')).toBe(0);
  expect(await townSchemasMade('record-step')).toBe(0);
  expect(await townSchemasMade('manage-town')).toBeGreaterThan(0);
});

it('a function that is watched can tell the form of a town, which may change meanwhile', async () => {
  const functions = functionsNamed('read-town');
  await new FunctionBuilds(ROOT, functions).build(functions, out);
  const text = await readFile(join(out, 'read-town/index.mjs'), 'utf8');
  expect(text).not.toContain('functions describe no schema');
});
