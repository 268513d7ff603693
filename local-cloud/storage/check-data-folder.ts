import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { DataFolderInUse, holderOf } from './data-folder-lock.js';
import { checkFolder, type Damage, type FolderReport } from './level-files/check-folder.js';

/** The LevelDB folders of a data folder: executions, queues and texts; tables. */
export const STATE = 'state';
export const TABLES = 'dynamodb';

/**
 * The last file that the host writes when it ends as it should: the sizes of all files, so that one cut short is
 * noticed.
 */
const CLOSED = 'closed.json';
const closedSchema = z.object({ manifests: z.array(z.string()), sizes: z.record(z.string(), z.number()) });

/** The data folder holds something else than what the host stored. */
export class DataFolderDamaged extends Error {
  constructor(
    readonly folder: string,
    readonly damages: readonly Damage[],
  ) {
    const list = damages.map(({ file, what }) => `\n  ${file}: ${what}`).join('');
    super(
      `the data folder ${folder} is damaged, and nothing of it was changed:${list}\n` +
        'Put a copy of the folder back that is whole, or begin with another folder (--data).',
    );
    this.name = 'DataFolderDamaged';
  }
}

async function sizesIn(folder: string): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const part of [STATE, TABLES])
    for (const name of await readdir(join(folder, part)).catch(() => []))
      if (/^(?:CURRENT|MANIFEST-|\d+\.)/.test(name))
        sizes[join(part, name)] = (await stat(join(folder, part, name))).size;
  return sizes;
}

/** The names of the manifests in use. LevelDB begins a new one whenever a folder is opened, by whomever. */
const manifestsOf = (folder: string): Promise<readonly string[]> =>
  Promise.all([STATE, TABLES].map((part) => readFile(join(folder, part, 'CURRENT'), 'utf8').catch(() => '')));

/** To be called once the folder is open; the returned function notes that everything was stored and closed. */
export async function noteOpened(folder: string): Promise<() => Promise<void>> {
  const manifests = await manifestsOf(folder);
  return async () => {
    const file = join(folder, CLOSED);
    const text = JSON.stringify({ manifests, sizes: await sizesIn(folder) });
    // A disk without room for the note loses no more than this check.
    await writeFile(file, text).catch(() => rm(file, { force: true }));
  };
}

/** The sizes that the last host left at its end, if it came to one and nobody has opened the folder since. */
async function leftSizes(folder: string): Promise<Readonly<Record<string, number>> | undefined> {
  const text = await readFile(join(folder, CLOSED), 'utf8').catch(() => '');
  const left = closedSchema.safeParse(parsed(text));
  const isOfLast = left.success && isDeepStrictEqual(left.data.manifests, await manifestsOf(folder));
  return isOfLast ? left.data.sizes : undefined;
}

/**
 * Differences from how the last host left it, when it ended as it should: then no record was written in part either.
 */
async function changedSince(folder: string, torn: readonly string[]): Promise<Damage[]> {
  const left = await leftSizes(folder);
  if (left === undefined) return [];
  const sizes = await sizesIn(folder);
  const cut = Object.entries(left).flatMap(([file, size]) => {
    const now = sizes[file];
    if (now === size) return [];
    const what = now === undefined ? 'it is missing' : `it has ${now} of ${size} bytes`;
    return [{ file: join(folder, file), what }];
  });
  const ended = torn.map((file) => ({ file, what: 'its last record is not whole' }));
  return [...cut, ...ended.filter(({ file }) => !cut.some((one) => one.file === file))];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function checkDataFolder(folder: string): Promise<FolderReport> {
  const [state, tables] = [await checkFolder(join(folder, STATE)), await checkFolder(join(folder, TABLES))];
  const found = [...state.damages, ...tables.damages];
  const torn = [...state.torn, ...tables.torn];
  const changed = await changedSince(folder, torn);
  return {
    files: state.files + tables.files,
    bytes: state.bytes + tables.bytes,
    damages: [...found, ...changed.filter(({ file }) => !found.some((one) => one.file === file))],
    torn,
  };
}

/**
 * Reads everything in a data folder that nobody has open. Rejects with DataFolderDamaged, or with DataFolderInUse:
 * while another process writes it, what looks damaged is not.
 */
export async function checkWhole(folder: string): Promise<FolderReport> {
  const report = await checkDataFolder(folder);
  if (report.damages.length === 0) return report;
  const pid = holderOf(folder);
  throw pid === undefined ? new DataFolderDamaged(folder, report.damages) : new DataFolderInUse(folder, pid);
}
