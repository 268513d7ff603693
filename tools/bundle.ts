import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { townForm } from '../adapters/town-form.js';
import type { DeclaredFunction } from '../functions/function-declaration.js';
import { COMPRESSED_FILES } from '../functions/console/serve-console/compressed-files.js';
import { DECLARATIONS } from '../infra/declarations.js';
import { partOf, SITE } from '../infra/site.js';
import manifest from '../package.json' with { type: 'json' };
import { asProgram } from './as-program.js';
import { compressBeside, type Effort, EVERY_SCRIPT } from './compressed-beside.js';
import { bundleConsole } from './console-bundle/bundle-console.js';
import { declaredFunctions } from './declared-functions.js';
import { entryPoint, functionEntries } from './function-entry.js';
import { LATER_PARTS, laterParts } from './later-parts.js';
import { LEAN_LIBRARIES } from './lean-libraries.js';
import { USED_ALONE, WITHOUT_DESCRIPTIONS } from './used-alone.js';

/**
 * Bytes that are loaded at the start; the function that reads incoming texts is the largest. Loading code is most of a cold
 * start; a library that a function does not need shows here first.
 */
const LARGEST_BUNDLE = 700_000;

/** The pages; the worker keeps those of residents and staff on the device, and draws nothing; the wall is the town's day on the screen of a hall. */
export const PAGES = ['resident', 'staff', 'worker', 'wall', 'phones', 'admin'] as const;
export type PageName = (typeof PAGES)[number];

/** Pages that travel inside the function that serves them. */
export const SERVED_BY = {
  resident: 'serve-page',
  staff: 'serve-page',
  worker: 'serve-page',
  wall: 'serve-page',
  admin: 'serve-console',
} as const;

const BESIDE: ReadonlySet<PageName> = new Set(['staff', 'worker', 'wall']);

/** The name of a page's script and styles: `main`, but for pages that a function serves besides. */
const scriptName = (name: PageName): string => (BESIDE.has(name) ? name : 'main');

const COPIED = /\.(html|svg|png|ico|webmanifest|txt)$/;

const shared = {
  bundle: true,
  minify: true,
  format: 'esm',
  // Chinese stays as it is written: half as many bytes as its escapes.
  charset: 'utf8',
  logLevel: 'warning',
  metafile: true,
} satisfies BuildOptions;

/** The same bytes run on Lambda and in the local cloud, so the target is the oldest Node of the two. */
export const FUNCTION_OPTIONS = {
  ...shared,
  platform: 'node',
  target: 'node20',
  // The SDK's CommonJS builds are half as large again and slower to load.
  mainFields: ['module', 'main'],
  alias: {
    '@aws-sdk/credential-provider-node': join(import.meta.dirname, '../adapters/role-credentials.ts'),
    '@aws-sdk/endpoint-cache': join(import.meta.dirname, '../adapters/no-endpoint-cache.ts'),
    fflate: join(import.meta.dirname, '../adapters/zlib-of-node.ts'),
    'zod/v4/core': join(import.meta.dirname, '../node_modules/zod/v4/core/index.js'),
    zod: join(import.meta.dirname, '../adapters/lean-zod.ts'),
    // Its build for Node is CommonJS and requires what an ES module cannot; this one is the same as ES modules.
    yaml: join(import.meta.dirname, '../node_modules/yaml/browser/index.js'),
  },
  // The SDK imports it where a service answers in a stream of events, which none of ours does.
  external: ['@smithy/core/event-streams'],
  plugins: [LEAN_LIBRARIES, USED_ALONE],
  outExtension: { '.js': '.mjs' },
} satisfies BuildOptions;

/** The pages of residents and staff judge nothing by the contracts: what is wrong with a value the service says. */
const UNJUDGED: Plugin = {
  name: 'unjudged',
  setup(build) {
    build.onLoad({ filter: /\/domain\/words\/wrong-values\.ts$/ }, () => ({
      contents: "export const wrong = () => '';",
      loader: 'ts',
    }));
  },
};

/**
 * What a page imports while it runs, the words of one language or a map, is a file of its own that needs no other,
 * named after its content: it never stands beside another version.
 */
const partsApart = (outdir: string, minify: boolean, below = ''): Plugin => ({
  name: 'parts-apart',
  setup(page) {
    page.onResolve({ filter: /^\./ }, async ({ kind, path, resolveDir }) => {
      // What a library would load by itself stays with it, or falls away where nobody uses it.
      if (kind !== 'dynamic-import' || resolveDir.includes('node_modules')) return undefined;
      const { path: entry } = await page.resolve(path, { kind: 'import-statement', resolveDir });
      const { outputs } = (
        await build({ ...PAGE_OPTIONS, minify, entryPoints: [entry], entryNames: '[name]-[hash]', outdir })
      ).metafile;
      const script = Object.keys(outputs).find((file) => file.endsWith('.js')) ?? '';
      return { path: `${below}/${basename(script)}`, external: true };
    });
  },
});

/** The small build of zod, in place of the whole. */
export const SMALL_ZOD = {
  'zod/mini': join(import.meta.dirname, '../node_modules/zod/mini/index.js'),
  zod: join(import.meta.dirname, '../web/small-zod.ts'),
};

const ZIP = join(import.meta.dirname, '../web/zip-without-workers.ts');

/** Whoever packs or unpacks in a page does so without a worker, which its policy forbids. */
const WITHOUT_WORKERS: Plugin = {
  name: 'without-workers',
  setup(build) {
    build.onResolve({ filter: /^fflate$/ }, ({ importer }) => (importer === ZIP ? undefined : { path: ZIP }));
  },
};

const PAGE_OPTIONS = {
  ...shared,
  plugins: [WITHOUT_DESCRIPTIONS, WITHOUT_WORKERS],
  platform: 'browser',
  // Phones of 2020 and later.
  target: 'es2020',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  alias: {
    ...SMALL_ZOD,
    // The build for browsers, which brings what it needs of Node; the same code.
    'csv-parse/sync': join(import.meta.dirname, '../node_modules/csv-parse/dist/esm/sync.js'),
  },
  define: { 'process.env.NODE_ENV': '"production"' },
} satisfies BuildOptions;

function checkSizes({ outputs }: Metafile): void {
  const tooLarge = Object.entries(outputs).filter(
    ([file, { bytes }]) => file.endsWith('.mjs') && bytes > LARGEST_BUNDLE,
  );
  if (tooLarge.length === 0) return;
  const list = tooLarge.map(([file, { bytes }]) => `${file}: ${bytes} bytes`).join('\n  ');
  throw new Error(`bundles larger than ${LARGEST_BUNDLE} bytes:\n  ${list}`);
}

/** How these functions are built for Lambda. */
export const functionBuild = (root: string, functions: readonly DeclaredFunction[]) =>
  ({
    ...FUNCTION_OPTIONS,
    define: { TOWN_FORM: JSON.stringify(townForm()) },
    absWorkingDir: root,
    entryPoints: functions.map(entryPoint),
    plugins: [
      laterParts(root, LATER_PARTS, FUNCTION_OPTIONS.plugins),
      ...FUNCTION_OPTIONS.plugins,
      functionEntries(root, functions),
    ],
  }) satisfies BuildOptions;

/**
 * The lines of the sources, beside the bundle: for whoever reads where an error of a deployed function came from. Nothing at
 * run time does, and to make them is a fifth of the building.
 */
const WITH_LINES = { sourcemap: 'external', sourcesContent: false } satisfies BuildOptions;

/** Builds every function into `dist/fn`, with what is declared of them; those that stay on this machine without the lines. */
export async function bundleFunctions(root: string, effort?: Effort): Promise<void> {
  const functions = declaredFunctions(root);
  const outdir = join(root, 'dist/fn');
  await rm(outdir, { recursive: true, force: true });
  const lines = effort === 'quick' ? {} : WITH_LINES;
  const { metafile } = await build({ ...functionBuild(root, functions), ...lines, outdir });
  await writeFile(join(outdir, DECLARATIONS), JSON.stringify(functions, undefined, 1));
  checkSizes(metafile);
}

/** The script and the styles it imports by esbuild; the page and its icons as they are. */
export async function bundlePage(
  root: string,
  name: PageName,
  { to = join(root, 'dist/web', name), minify = true } = {},
): Promise<Metafile | undefined> {
  const from = join(root, 'web', name);
  const entry = ['main.tsx', 'main.ts'].map((file) => join(from, file)).find((file) => existsSync(file));
  if (entry === undefined) return undefined;
  const beside = (await readdir(from, { withFileTypes: true })).filter(
    (entry) => entry.isFile() && COPIED.test(entry.name),
  );
  for (const { name: file } of beside) await cp(join(from, file), join(to, file));
  // Whoever watches is told once, by the watch.
  const options = { ...PAGE_OPTIONS, minify, logLevel: minify ? PAGE_OPTIONS.logLevel : ('silent' as const) };
  if (name === 'admin') return bundleConsole({ root, to, minify, options });
  const { metafile } = await build({
    ...options,
    absWorkingDir: root,
    entryPoints: [{ in: entry, out: scriptName(name) }],
    outdir: to,
    plugins: [
      ...PAGE_OPTIONS.plugins,
      ...(name === 'resident' || name === 'staff' ? [UNJUDGED] : []),
      ...(name === 'resident' ? [partsApart(to, minify)] : []),
    ],
  });
  return metafile;
}

/** The files of all pages, as a bucket serves them: in parts, by how they are sent. */
async function laySite(root: string): Promise<void> {
  const site = join(root, 'dist/site');
  await rm(site, { recursive: true, force: true });
  for (const part of Object.keys(SITE)) await mkdir(join(site, part), { recursive: true });
  for (const [name, server] of Object.entries(SERVED_BY)) {
    const built = join(root, 'dist/web', name);
    const files = existsSync(built) ? await readdir(built) : [];
    const below = server === 'serve-console' ? 'console' : '.';
    for (const file of files) {
      const part = partOf(file);
      const to = part === 'compressed' ? join(COMPRESSED_FILES, file.replace(/\.br$/, '')) : file;
      if (part !== undefined) await cp(join(built, file), join(site, part, below, to));
    }
  }
}

/** The API's description travels with the pages; it is made here, so that no function carries what only it needs. */
async function describeApi(root: string): Promise<void> {
  // Every contract is loaded with it: the bundler need not wait for that.
  const { openApiDocument } = await import('../functions/openapi/document.js');
  await writeFile(
    join(root, 'dist/fn/serve-page/assets/openapi.json'),
    JSON.stringify(openApiDocument(manifest.version), undefined, 1),
  );
}

/**
 * Builds every function into `dist/fn`, with what is declared of them, and every page into `dist/web`, compressed with this
 * effort. Rejects when one is missing or too large.
 */
export async function bundle(root: string, { effort }: { readonly effort?: Effort } = {}): Promise<void> {
  await rm(join(root, 'dist/web'), { recursive: true, force: true });
  const compress = () => compressBeside(join(root, 'dist/web/admin'), join(root, 'dist/compressed'), effort);
  const console = bundlePage(root, 'admin').then((made) => made && compress());
  const others = PAGES.filter((name) => name !== 'admin');
  await Promise.all([
    bundleFunctions(root, effort),
    console,
    ...others.map((name) => bundlePage(root, name)),
  ]);
  for (const [name, server] of Object.entries(SERVED_BY)) {
    const assets = join(root, 'dist/fn', server, 'assets');
    const built = join(root, 'dist/web', name);
    await mkdir(assets, { recursive: true });
    if (existsSync(built)) await cp(built, assets, { recursive: true });
  }
  const pages = join(root, 'dist/fn', SERVED_BY.staff, 'assets');
  await compressBeside(pages, join(root, 'dist/compressed-pages'), effort, EVERY_SCRIPT);
  await describeApi(root);
  await laySite(root);
}

asProgram(import.meta.url, () => bundle(process.cwd()));
