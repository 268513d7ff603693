import { spawn } from 'node:child_process';
import { cp, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalCloud } from '@small-grid/local-cloud';
import { bundlePage, type PageName, PAGES, SERVED_BY } from '../bundle.js';
import { declaredFunctions } from '../declared-functions.js';
import { FunctionBuilds } from './function-builds.js';
import { replaceFiles } from './replace-files.js';
import { onSourceChange } from './source-changes.js';
import { type HostedFunctions, swapFunction } from './swap-function.js';

/** Anything in these may be part of a function or a page. */
const SOURCES = ['domain', 'adapters', 'contracts', 'functions', 'workflows', 'infra', 'web', 'towns'];
/** Sources that decide what stands in the templates, whatever the functions declare. */
const OF_TEMPLATES = /^(infra|workflows)\//;

export interface Watched {
  readonly cloud: HostedFunctions & Pick<LocalCloud, 'redeploy'>;
  /** A folder of this run, gone when it ends. */
  readonly folder: string;
  /** Where the Phones page of each town is served from. */
  readonly phones: readonly string[];
}

/** Told what was done about a change, and how long that took, milliseconds. */
export interface WatchNews {
  readonly onSwapped: (what: readonly string[], milliseconds: number) => void;
  readonly onRedeployed: (milliseconds: number) => void;
  readonly onBroken: (error: unknown) => void;
  /** Files of a town: they are data, and imported. */
  readonly onTown: (folders: readonly string[]) => void;
}

/** Builds changed sources and swaps them in a running town, one after the other. The result ends it. */
export async function watchTown(
  root: string,
  watched: Watched,
  news: WatchNews,
  synthesize: (root: string) => Promise<void> = synthesizeAnew,
): Promise<() => Promise<void>> {
  const town = new WatchedTown(root, watched, news, synthesize);
  await town.learn();
  let working = Promise.resolve();
  const stop = await onSourceChange(root, SOURCES, (files) => {
    working = working.then(() => town.take(files));
  });
  return async () => {
    await stop();
    await working;
  };
}

class WatchedTown {
  private readonly functions: FunctionBuilds;
  private readonly pageSources = new Map<PageName, ReadonlySet<string>>();
  private declared: string;

  constructor(
    private readonly root: string,
    private readonly watched: Watched,
    private readonly news: WatchNews,
    private readonly synthesize: (root: string) => Promise<void>,
  ) {
    const functions = declaredFunctions(root);
    this.declared = JSON.stringify(functions);
    this.functions = new FunctionBuilds(root, functions);
  }

  async learn(): Promise<void> {
    await Promise.all([this.functions.learn(), ...PAGES.map((name) => this.buildPage(name))]);
  }

  async take(files: readonly string[]): Promise<void> {
    const begun = performance.now();
    const elapsed = () => Math.round(performance.now() - begun);
    const towns = new Set(files.flatMap((file) => /^(towns\/[^/]+)\//.exec(file)?.[1] ?? []));
    if (towns.size > 0) this.news.onTown([...towns]);
    try {
      if (this.changesTemplates(files)) {
        await this.redeploy();
        this.news.onRedeployed(elapsed());
        return;
      }
      const swapped = await this.swap(files);
      if (swapped.length > 0) this.news.onSwapped(swapped, elapsed());
    } catch (error) {
      this.news.onBroken(error);
    }
  }

  private changesTemplates(files: readonly string[]): boolean {
    if (files.some((file) => OF_TEMPLATES.test(file))) return true;
    const isDeclared = files.some((file) => /^(functions|contracts)\//.test(file));
    return isDeclared && JSON.stringify(declaredFunctions(this.root)) !== this.declared;
  }

  private async redeploy(): Promise<void> {
    await this.synthesize(this.root);
    const assembly = await mkdtemp(join(this.watched.folder, 'assembly-'));
    await cp(join(this.root, 'cdk.out'), assembly, { recursive: true });
    await this.watched.cloud.redeploy(assembly);
    const functions = declaredFunctions(this.root);
    this.declared = JSON.stringify(functions);
    await this.functions.learn(functions);
  }

  private async swap(files: readonly string[]): Promise<string[]> {
    const functions = this.functions.madeOf(files);
    const pages = PAGES.filter(
      (name) =>
        files.some((file) => this.pageSources.get(name)?.has(file)) ||
        files.some((file) => file.startsWith(`web/${name}/`)),
    );
    const built = join(this.watched.folder, 'built');
    await Promise.all([
      ...(functions.length > 0 ? [this.functions.build(functions, built)] : []),
      ...pages.map((name) => this.buildPage(name)),
    ]);
    for (const { name } of functions)
      await swapFunction(this.watched.cloud, name, (folder) => replaceFiles(join(built, name), folder));
    for (const name of pages) await this.servePage(name);
    return [...functions.map(({ name }) => name), ...pages.map((name) => `web/${name}`)];
  }

  private async buildPage(name: PageName): Promise<void> {
    const metafile = await bundlePage(this.root, name, { to: this.pageFolder(name), minify: false });
    if (metafile !== undefined) this.pageSources.set(name, new Set(Object.keys(metafile.inputs)));
  }

  private async servePage(name: PageName): Promise<void> {
    const from = this.pageFolder(name);
    const into = (folder: string) => replaceFiles(from, folder);
    if (name === 'phones') await Promise.all(this.watched.phones.map(into));
    else await swapFunction(this.watched.cloud, SERVED_BY[name], (folder) => into(join(folder, 'assets')));
  }

  private pageFolder(name: PageName): string {
    return join(this.watched.folder, 'pages', name);
  }
}

/** In a process of its own: the sources that this one has loaded stay as they were when it began. */
async function synthesizeAnew(root: string): Promise<void> {
  const said: string[] = [];
  const child = spawn(process.execPath, ['--import', 'tsx', 'tools/assembly.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  if (code !== 0) throw new Error(said.join('').trim());
}
