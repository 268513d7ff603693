import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bilingual } from '../domain/town/language.js';
import type { Town } from '../domain/town/schema.js';
import type { Pages } from '../local-cloud/control/static-pages.js';
import { createLocalCloud } from '../local-cloud/local-cloud.js';
import type { LocalCloud } from '../local-cloud/local-cloud-options.js';
import type { Directory } from '../web/phones/directory.js';
import { currentAssembly } from './assembly.js';
import { phoneDirectory } from './phone-directory.js';
import { hostedTowns } from './hosted-towns.js';
import type { StartOptions } from './start-options.js';

/** Told what takes a while, before it begins. */
export interface HostProgress {
  readonly onStale: () => void;
  readonly onImport: (folder: string) => void;
}

export interface Hosted {
  readonly cloud: LocalCloud;
  /** Where every phone of each town is on one page; none when another assembly is hosted. */
  readonly phones: readonly { readonly town: Bilingual; readonly url: string }[];
  readonly close: () => Promise<void>;
}

type Ports = Pick<StartOptions, 'port' | 'awsPort' | 'data'>;
type TownOptions = Ports & Pick<StartOptions, 'towns'>;

/** Hosts any cloud assembly; nothing of small-grid. */
export async function hostAssembly(
  assembly: string,
  { port, awsPort, data }: Ports,
  pages: readonly Pages[] = [],
): Promise<Hosted> {
  const cloud = await createLocalCloud({ assembly, port, awsPort, data, pages });
  return { cloud, phones: [], close: () => cloud.close() };
}

/** Hosts small-grid: synthesizes when sources changed, imports the towns that are not there yet, serves their Phones pages. */
export async function hostSmallGrid(
  root: string,
  options: TownOptions,
  progress: HostProgress,
): Promise<Hosted> {
  const built = await currentAssembly(root, progress.onStale);
  const run = await runFolder();
  try {
    const assembly = join(run.path, 'assembly');
    const phones = join(run.path, 'phones');
    // A copy: what is hosted stays whole while the next change is built.
    await cp(built, assembly, { recursive: true });
    await mkdir(phones);
    const { cloud, close } = await hostAssembly(assembly, options, [{ path: '/phones', dir: phones }]);
    const hosted = {
      cloud,
      close: async () => {
        await close();
        await run.remove();
      },
    };
    return { ...hosted, phones: await fill(hosted, phones, { root, towns: options.towns, progress }) };
  } catch (error) {
    await run.remove();
    throw error;
  }
}

interface Filling {
  readonly root: string;
  readonly towns: readonly string[];
  readonly progress: HostProgress;
}

async function fill(
  { cloud, close }: Pick<Hosted, 'cloud' | 'close'>,
  folder: string,
  { root, towns, progress }: Filling,
): Promise<Hosted['phones']> {
  try {
    const hosted = await importedTowns(cloud, root, towns, progress);
    const pages = hosted.map((town, position) => phonesPage(town, position === 0, cloud));
    for (const { path, directory } of pages) await writePhonesPage(root, join(folder, path), directory);
    return pages.map(({ town, path }) => ({ town, url: `${cloud.endpoint}/_local/pages/phones/${path}` }));
  } catch (error) {
    await close();
    throw error;
  }
}

/** The first town needs no name in an address; the pages of the others lie below its own. */
function phonesPage(town: Town, isFirst: boolean, cloud: LocalCloud) {
  const { id, name } = town.settings;
  const pagesUrl = isFirst ? cloud.url : `${cloud.url}/?town=${id}`;
  return { town: name, path: isFirst ? '' : `${id}/`, directory: phoneDirectory(town, pagesUrl) };
}

/** A folder for what this run alone needs, gone when it ends. */
async function runFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'small-grid-run-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

async function importedTowns(
  cloud: LocalCloud,
  root: string,
  folders: readonly string[],
  { onImport }: HostProgress,
): Promise<readonly Town[]> {
  const table = cloud.outputs['TableName'];
  if (table === undefined) throw new Error('the assembly has no output TableName');
  // The operator's own credentials must not leave this process, not even to 127.0.0.1.
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_REGION: 'us-east-1',
  });
  delete process.env['AWS_SESSION_TOKEN'];
  const { createTownStore } = await import('../adapters/town-store.js');
  return hostedTowns(createTownStore({ table, endpoint: cloud.endpoint }), root, folders, onImport);
}

async function writePhonesPage(root: string, folder: string, directory: Directory): Promise<void> {
  const page = join(root, 'dist/web/phones');
  await mkdir(folder, { recursive: true });
  if (existsSync(page)) await cp(page, folder, { recursive: true });
  await writeFile(join(folder, 'directory.json'), JSON.stringify(directory));
}
