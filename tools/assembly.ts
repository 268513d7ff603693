import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asProgram } from './as-program.js';

/** The sources of the assembly; other files may change without synthesizing again. */
const SOURCES = [
  'domain',
  'adapters',
  'contracts',
  'functions',
  'workflows',
  'infra',
  'towns',
  'web',
  'tools/as-program.ts',
  'tools/assembly.ts',
  'tools/bundle.ts',
  'tools/compressed-beside.ts',
  'tools/console-bundle',
  'tools/declared-functions.ts',
  'tools/function-entry.ts',
  'tools/later-parts.ts',
  'tools/lean-libraries.ts',
  'tools/used-alone.ts',
  'package.json',
  'package-lock.json',
  'cdk.json',
];

/** Says, inside the assembly, which sources it was made of. */
const KEY_FILE = 'small-grid-sources.sha256';

async function filesOf(root: string, path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return existsSync(join(root, path)) ? [path] : [];
  const files = entries.filter((entry) => !entry.isDirectory()).map(({ name }) => `${path}/${name}`);
  const folders = entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => filesOf(root, `${path}/${name}`));
  return [...files, ...(await Promise.all(folders)).flat()];
}

/** Names all that the assembly is made of; another key, another assembly. */
export async function sourcesKey(root: string): Promise<string> {
  const files = (await Promise.all(SOURCES.map((path) => filesOf(root, path)))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(join(root, file))));
  const hash = createHash('sha256');
  for (const [index, file] of files.entries())
    hash
      .update(`${file}\0`)
      .update(contents[index] ?? '')
      .update('\0');
  return hash.digest('hex');
}

/** Runs the CDK app in a process of its own: it needs memory and a working directory, and neither should stay. */
function synthesize(root: string, app: string, outdir: string, edge: boolean): Promise<void> {
  const child = spawn(process.execPath, [app], {
    cwd: root,
    // Validating takes longer than all the rest and is what the tests and `cdk deploy` are for.
    env: {
      ...process.env,
      CDK_OUTDIR: outdir,
      CDK_VALIDATION: 'false',
      CDK_CONTEXT_JSON: JSON.stringify({ edge }),
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`synthesizing failed with code ${code}`)),
    );
  });
}

/** The app as one script: plain Node runs it sooner than a loader that compiles each file. */
async function bundleApp(root: string): Promise<string> {
  const { build } = await import('esbuild');
  const outfile = join(root, 'dist/app/app.mjs');
  await build({
    absWorkingDir: root,
    entryPoints: ['infra/app.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    // From 20.10 on it imports JSON as packages write it.
    target: 'node20.19',
    format: 'esm',
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}

/**
 * Builds without collecting garbage, which is a third of esbuild's work and saves it a sixth of its memory; its process
 * ends when all is built, so that nothing is held.
 */
async function builtInOneGo<Built>(build: () => Promise<Built>): Promise<Built> {
  const { stop } = await import('esbuild');
  const { GOGC } = process.env;
  process.env['GOGC'] = 'off';
  try {
    return await build();
  } finally {
    delete process.env['GOGC'];
    if (GOGC !== undefined) process.env['GOGC'] = GOGC;
    await stop();
  }
}

interface Making {
  /** CloudFront stands before it, and it is in a folder of its own. */
  readonly edge?: boolean;
  /** Called where this process has nothing to do: while one of its own synthesizes. */
  readonly meanwhile?: () => void;
}

async function make(
  root: string,
  assembly: string,
  key: string,
  { edge = false, meanwhile = () => undefined }: Making,
): Promise<void> {
  // esbuild and, in the child, the CDK are loaded only when something changed.
  const { bundle } = await import('./bundle.js');
  const [app] = await builtInOneGo(() => Promise.all([bundleApp(root), bundle(root, { effort: 'quick' })]));
  // Made aside and moved into place, so that nobody hosts half an assembly.
  const aside = `${assembly}.${process.pid}`;
  try {
    const synthesized = synthesize(root, app, aside, edge);
    meanwhile();
    await synthesized;
    await writeFile(join(aside, KEY_FILE), key);
    await rm(assembly, { recursive: true, force: true });
    await rename(aside, assembly);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/**
 * Answers the folder of the synthesized assembly, `cdk.out`; bundles and synthesizes first when a source changed since.
 * `onStale` is told before that work begins.
 */
export async function currentAssembly(
  root: string,
  onStale: () => void = () => undefined,
  making: Making = {},
): Promise<string> {
  const assembly = join(root, making.edge ? 'dist/played' : 'cdk.out');
  const key = await sourcesKey(root);
  const made = await readFile(join(assembly, KEY_FILE), 'utf8').catch(() => undefined);
  if (made === key && existsSync(join(assembly, 'manifest.json'))) return assembly;
  onStale();
  await make(root, assembly, key, making);
  return assembly;
}

asProgram(import.meta.url, () =>
  currentAssembly(process.cwd(), () => console.log('bundling and synthesizing into cdk.out')),
);
