import { join } from 'node:path';
import type { TownStore } from '../adapters/town-store.js';
import type { Town } from '../domain/town/schema.js';
import type { Problem } from '../towns/problem.js';

/** The sample town's files are wrong; an edit broke them. */
export class SampleTownError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super('towns/sanhehu cannot be imported');
    this.name = 'SampleTownError';
  }
}

/**
 * The town that callers mean who name none; where nothing was imported yet, that becomes towns/sanhehu. `onImport` is
 * told before the import begins. Rejects with SampleTownError when its files are wrong: nothing is stored then.
 */
export async function sampleTown(store: TownStore, root: string, onImport: () => void): Promise<Town> {
  const directory = await store.directory();
  if (directory) return (await store.load(directory.default)).town;
  onImport();
  const { readTown } = await import('../towns/read-town.js');
  const read = readTown(join(root, 'towns/sanhehu'));
  if (!read.ok) throw new SampleTownError(read.problems);
  await store.importTown(read.town);
  return read.town;
}
