import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Town } from '../domain/town/schema.js';
import type { Pages } from '../local-cloud/control/static-pages.js';
import { createLocalCloud } from '../local-cloud/local-cloud.js';
import type { LocalCloud } from '../local-cloud/local-cloud-options.js';
import { currentAssembly } from './assembly.js';
import { phoneDirectory } from './phone-directory.js';
import { sampleTown } from './sample-town.js';
import type { StartOptions } from './start-options.js';

/** Told what takes a while, before it begins. */
export interface HostProgress {
  readonly onStale: () => void;
  readonly onImport: () => void;
}

export interface Hosted {
  readonly cloud: LocalCloud;
  /** Where every phone of the town is on one page; absent when another assembly is hosted. */
  readonly phonesUrl?: string;
  readonly close: () => Promise<void>;
}

type Ports = Pick<StartOptions, 'port' | 'awsPort' | 'data'>;

/** Hosts any cloud assembly; nothing of small-grid. */
export async function hostAssembly(
  assembly: string,
  { port, awsPort, data }: Ports,
  pages: readonly Pages[] = [],
): Promise<Hosted> {
  const cloud = await createLocalCloud({ assembly, port, awsPort, data, pages });
  return { cloud, close: () => cloud.close() };
}

/** Hosts small-grid: synthesizes when sources changed, imports the sample town the first time, serves the Phones page. */
export async function hostSmallGrid(root: string, options: Ports, progress: HostProgress): Promise<Hosted> {
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
      phonesUrl: `${cloud.endpoint}/_local/pages/phones/`,
      close: async () => {
        await close();
        await run.remove();
      },
    };
    await fill(hosted, phones, root, progress);
    return hosted;
  } catch (error) {
    await run.remove();
    throw error;
  }
}

async function fill(hosted: Hosted, phones: string, root: string, progress: HostProgress): Promise<void> {
  const { cloud, close } = hosted;
  try {
    const town = await importedTown(cloud, root, progress);
    await writePhonesPage(root, phones, town, cloud.url);
  } catch (error) {
    await close();
    throw error;
  }
}

/** A folder for what this run alone needs, gone when it ends. */
async function runFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'small-grid-run-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

async function importedTown(cloud: LocalCloud, root: string, { onImport }: HostProgress): Promise<Town> {
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
  return sampleTown(createTownStore({ table, endpoint: cloud.endpoint }), root, onImport);
}

async function writePhonesPage(root: string, folder: string, town: Town, apiUrl: string): Promise<void> {
  const page = join(root, 'dist/web/phones');
  if (existsSync(page)) await cp(page, folder, { recursive: true });
  await writeFile(join(folder, 'directory.json'), JSON.stringify(phoneDirectory(town, apiUrl)));
}
