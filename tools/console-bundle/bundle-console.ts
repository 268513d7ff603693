import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build, type BuildOptions, type Metafile, type OutputFile, type Plugin } from 'esbuild';
import { builtOf, firstLoad, pagesAmong } from './first-load.js';
import { LEAVE_OUT, WORDS_COME_READ } from './left-out.js';
import { shortNames } from './short-names.js';

const ENTRY = 'web/admin/main.tsx';
const LATER = 'web/admin/later.ts';
/** Pages that are loaded with the console itself. */
const FIRST_PAGES = new Set(['web/admin/requests/board-page.tsx']);

export interface ConsoleBuild {
  readonly root: string;
  /** The folder that is filled. */
  readonly to: string;
  readonly minify: boolean;
  /** The options that all pages are built with. */
  readonly options: BuildOptions;
}

/**
 * Builds the console so that its first page, the board, waits for no other: a file of scripts for the board, one for
 * all else, one for what both need, and the styles of each. All but the page that names them are named after their
 * contents.
 */
export async function bundleConsole(made: ConsoleBuild): Promise<Metafile> {
  const { root, to, minify, options } = made;
  // Where nothing is minified, names stay readable.
  const naming = minify ? [shortNames(root)] : [];
  const { metafile, outputFiles } = await build({
    ...options,
    minify,
    absWorkingDir: root,
    entryPoints: [{ in: ENTRY, out: 'main' }],
    outdir: to,
    splitting: true,
    entryNames: '[name]-[hash]',
    alias: { ...options.alias, ...WORDS_COME_READ },
    plugins: [...(options.plugins ?? []), LEAVE_OUT, ...naming],
    metafile: true,
    write: false,
  });
  const { scripts, styles, laterStyles } = firstLoad(metafile, ENTRY);
  refuseEarlyPages(metafile, scripts);
  await write(outputFiles.filter(({ path }) => path.endsWith('.js')));
  const [first, later] = await Promise.all([
    bundleStyles(made, naming, 'main', styles),
    bundleStyles(made, naming, 'later', laterStyles),
  ]);
  const page = await readFile(join(root, 'web/admin/index.html'), 'utf8');
  const [main = '', ...shared] = scripts.map((script) => basename(script));
  const names = {
    'main.js': main,
    'main.css': first,
    'later.js': basename(builtOf(metafile, LATER)),
    'later.css': later,
  };
  await writeFile(join(to, 'index.html'), nameFiles(page, names, shared));
  return metafile;
}

/** Whoever lets the list of pages import one would have everybody load it before the board. */
function refuseEarlyPages(metafile: Metafile, scripts: readonly string[]): void {
  const early = pagesAmong(metafile, scripts).filter((page) => !FIRST_PAGES.has(page));
  if (early.length > 0)
    throw new Error(`loaded before the board; import them in ${LATER} alone:\n  ${early.join('\n  ')}`);
}

/** Styles of components, in this order, as one file; answers its name. */
async function bundleStyles(
  { root, to, minify, options: { target, charset, logLevel } }: ConsoleBuild,
  plugins: Plugin[],
  name: string,
  sources: readonly string[],
): Promise<string> {
  const { outputFiles } = await build({
    target,
    charset,
    logLevel,
    bundle: true,
    minify,
    absWorkingDir: root,
    stdin: {
      contents: sources.map((source) => `@import "./${source}";`).join('\n'),
      loader: 'css',
      resolveDir: root,
    },
    outdir: to,
    entryNames: `${name}-[hash]`,
    plugins,
    write: false,
  });
  await write(outputFiles);
  return basename(outputFiles[0]?.path ?? '');
}

async function write(files: readonly OutputFile[]): Promise<void> {
  for (const { path, contents } of files) {
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, contents);
  }
}

/** The page with the names of built files in place of its own; imports of its script, `shared`, are preloaded. */
function nameFiles(page: string, names: Readonly<Record<string, string>>, shared: readonly string[]): string {
  const filled = Object.entries(names).reduce((text, [written, built]) => {
    if (!text.includes(`"/console/${written}"`))
      throw new Error(`the console's page does not name ${written}`);
    return text.replace(`/console/${written}`, `/console/${built}`);
  }, page);
  const preloads = shared.map((name) => `  <link rel="modulepreload" href="/console/${name}" />\n  `);
  return filled.replace('</head>', `${preloads.join('')}</head>`);
}
