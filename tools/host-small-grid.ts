import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bilingual } from '../domain/words/language.js';
import type { Town } from '../domain/town/schema.js';
import type { LocalCloud, LocalCloudOptions } from '@small-grid/local-cloud';
import type { Directory } from '../web/phones/directory.js';
import { currentAssembly } from './assembly.js';
import { consoleSignIn } from './console-sign-in.js';
import { phoneDirectory } from './phone-directory.js';
import { isUsed } from './data-folder.js';
import { firstTowns, folderReader, hostedTowns, type ReadFolder } from './hosted-towns.js';
import type { StartOptions } from './start-options.js';
import type { Watched } from './watch/watch-town.js';

/** Told what takes a while, before it begins. */
interface HostProgress {
  readonly onStale: () => void;
  readonly onImport: (folder: string) => void;
  readonly onLearn?: (folder: string) => void;
  /** Told when the data folder fails, and (without a failure) when it can be written again. */
  readonly onOutage?: LocalCloudOptions['onOutage'];
}

export interface Hosted {
  readonly cloud: LocalCloud;
  /** Where every phone of each town is on one page; none when another assembly is hosted. */
  readonly phones: readonly { readonly town: Bilingual; readonly url: string }[];
  /** Where the console of all towns is; undefined when another assembly is hosted. */
  readonly console?: string;
  /** Changes of sources that are swapped in; none when another assembly is hosted. */
  readonly watched?: Watched;
  readonly close: () => Promise<void>;
}

type Ports = Pick<StartOptions, 'port' | 'awsPort' | 'data'>;
/** `edge`: CloudFront stands before it, as before a deployment. */
type TownOptions = Ports & Pick<StartOptions, 'towns'> & { readonly edge?: boolean };
type OwnOptions = Pick<LocalCloudOptions, 'pages' | 'oidc' | 'onOutage' | 'logLevel' | 'simulation'>;

/** Loaded where it is about to host, or while there is nothing else to do. */
const localCloud = () => import('@small-grid/local-cloud');

/** Hosts any cloud assembly; nothing of small-grid. */
export async function hostAssembly(
  assembly: string,
  { port, awsPort, data }: Ports,
  own: OwnOptions = {},
): Promise<Hosted> {
  const { createLocalCloud } = await localCloud();
  const cloud = await createLocalCloud({ assembly, port, awsPort, data, ...own });
  return { cloud, phones: [], close: () => cloud.close() };
}

/** Hosts small-grid: synthesizes changed sources, imports missing towns, serves their Phones pages. */
export async function hostSmallGrid(
  root: string,
  options: TownOptions,
  progress: HostProgress,
  own: OwnOptions = {},
): Promise<Hosted> {
  const read = folderReader(root, progress.onLearn);
  const isNew = options.data === undefined || !isUsed(options.data);
  const built = await currentAssembly(root, progress.onStale, {
    ...options,
    meanwhile() {
      void localCloud();
      if (isNew) readAhead(read, options.towns);
    },
  });
  const run = await runFolder();
  try {
    const assembly = join(run.path, 'assembly');
    const phones = join(run.path, 'phones');
    // A copy: what is hosted stays whole while the next change is built.
    await cp(built, assembly, { recursive: true });
    await mkdir(phones);
    let known: readonly Town[] = [];
    const { cloud, close } = await hostAssembly(assembly, options, {
      ...own,
      pages: [{ path: '/phones', dir: phones }],
      oidc: consoleSignIn(() => known),
      onOutage: progress.onOutage,
    });
    const hosted = {
      cloud,
      console: `${cloud.url}/console`,
      close: async () => {
        await close();
        await run.remove();
      },
    };
    known = await filled(hosted, phones, { root, towns: options.towns, read, progress });
    return {
      ...hosted,
      phones: known.map((town, position) => phonesAddress(town, position, cloud)),
      watched: {
        cloud,
        folder: run.path,
        phones: known.map((town, position) => join(phones, pathOf(town, position))),
      },
    };
  } catch (error) {
    await run.remove();
    throw error;
  }
}

interface Filling {
  readonly root: string;
  readonly towns: readonly string[];
  readonly read: ReadFolder;
  readonly progress: HostProgress;
}

/** What is wrong with a folder hears whoever imports it. */
function readAhead(read: ReadFolder, towns: readonly string[]): void {
  for (const folder of firstTowns(towns)) void read(folder).catch(() => undefined);
}

/** Imports the towns that are not there yet and writes the Phones pages of all; answers the towns. */
async function filled(
  { cloud, close }: Pick<Hosted, 'cloud' | 'close'>,
  folder: string,
  { root, towns, read, progress }: Filling,
): Promise<readonly Town[]> {
  try {
    const hosted = await importedTowns(cloud, towns, read, progress);
    for (const [position, town] of hosted.entries()) {
      const pagesUrl = position === 0 ? cloud.url : `${cloud.url}/?town=${town.settings.id}`;
      const directory = phoneDirectory(town, pagesUrl, othersOf(hosted, position));
      await writePhonesPage(root, join(folder, pathOf(town, position)), directory);
    }
    return hosted;
  } catch (error) {
    await close();
    throw error;
  }
}

/** The first town needs no name in an address; the pages of the others lie below its own. */
const pathOf = ({ settings }: Town, position: number): string => (position === 0 ? '' : `${settings.id}/`);

/** By its own address a town's page is shown to visitors of any language; the first one's bare address is for all. */
const addressOf = (town: Town, position: number): string =>
  `${pathOf(town, position)}?town=${town.settings.id}`;

const othersOf = (towns: readonly Town[], from: number): Directory['others'] =>
  towns.flatMap((town, position) => {
    const { name, defaultLanguage: language, sms } = town.settings;
    const address = `${from === 0 ? '' : '../'}${addressOf(town, position)}`;
    return position === from ? [] : { name, language, address, smsNumber: sms.number };
  });

const phonesAddress = (town: Town, position: number, { endpoint }: LocalCloud) => ({
  town: town.settings.name,
  url: `${endpoint}/_local/pages/phones/${addressOf(town, position)}`,
});

/** A folder for what this run alone needs, gone when it ends. */
async function runFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'small-grid-run-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

async function importedTowns(
  cloud: LocalCloud,
  folders: readonly string[],
  read: ReadFolder,
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
  return hostedTowns(createTownStore({ table, endpoint: cloud.endpoint }), folders, read, {
    now: () => cloud.clock.now(),
    onImport,
  });
}

/** Writes the Phones page of a town into a folder that the local cloud serves. */
export async function writePhonesPage(root: string, folder: string, directory: Directory): Promise<void> {
  const page = join(root, 'dist/web/phones');
  await mkdir(folder, { recursive: true });
  if (existsSync(page)) await cp(page, folder, { recursive: true });
  await writeFile(join(folder, 'directory.json'), JSON.stringify(directory));
}
