import { resolve } from 'node:path';
import type { TownStore } from '../adapters/town-store.js';
import type { Town } from '../domain/town/schema.js';
import type { Problem } from '../towns/problem.js';

/**
 * The towns of a deployment where nobody says otherwise, from the root of the repository: one for readers of each
 * language.
 */
const SAMPLES = ['towns/sanhehu', 'towns/elmford'];
/** The folders of the towns that a deployment without any begins with. */
export const firstTowns = (folders: readonly string[]): readonly string[] =>
  folders.length === 0 ? SAMPLES : folders;

/** A town's files are wrong; an edit broke them. */
export class TownFolderError extends Error {
  constructor(
    readonly folder: string,
    readonly problems: readonly Problem[],
  ) {
    super(`${folder} cannot be imported`);
    this.name = 'TownFolderError';
  }
}

async function readFolder(folder: string, onLearn: () => void): Promise<Town> {
  const { readTown } = await import('../towns/read-town.js');
  const read = readTown(folder, onLearn);
  if (!read.ok) throw new TownFolderError(folder, read.problems);
  return read.town;
}

/** Reads the town of a folder; rejects with TownFolderError when its files are wrong. */
export type ReadFolder = (folder: string) => Promise<Town>;

/**
 * Reads folders below `root`, each once, which takes a second or two: whoever asks early has it read ahead. `onLearn` is told
 * before a town's reading is learnt.
 */
export function folderReader(root: string, onLearn: (folder: string) => void = () => {}): ReadFolder {
  const known = new Map<string, Promise<Town>>();
  return (folder) => {
    const town = known.get(folder) ?? readFolder(resolve(root, folder), () => onLearn(folder));
    known.set(folder, town);
    return town;
  };
}

interface Importing {
  /** By the clock of the deployment: when a version was made is shown. */
  readonly now: () => number;
  /** Told before an import begins. */
  readonly onImport?: (folder: string) => void;
}

/**
 * The towns to host, the one that callers mean who name none first. Those of `folders` that were never imported are, in
 * their order; where nothing was imported and no folder is named, the sample towns. Rejects as `read` does: none of the folders is stored then.
 */
export async function hostedTowns(
  store: TownStore,
  folders: readonly string[],
  read: ReadFolder,
  { now, onImport }: Importing,
): Promise<readonly [Town, ...Town[]]> {
  const before = await store.all();
  const wanted = before.length === 0 ? firstTowns(folders) : folders;
  const named = await Promise.all(wanted.map(async (folder) => ({ folder, town: await read(folder) })));
  for (const { folder, town } of named) {
    if (before.some(({ id }) => id === town.settings.id)) continue;
    onImport?.(folder);
    await store.importTown(town, { at: now() });
  }
  const meant = await store.meant();
  if (meant === undefined) throw new Error('no town was imported');
  const { town: first } = await store.load(meant);
  const others = (await store.all()).filter(({ id }) => id !== meant);
  return [first, ...(await Promise.all(others.map(async ({ id }) => (await store.load(id)).town)))];
}
