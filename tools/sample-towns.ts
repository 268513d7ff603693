import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Town } from '../domain/town/schema.js';
import { SAMPLE_TOWNS, type SampleTown } from '../towns/learnt-models.js';
import { readTown } from '../towns/read-town.js';
import { sourcesKey } from './assembly.js';

/** A town that comes with the sources, as it stands now; `onLearn` is told before its reading is learnt. */
export function sampleTown(root: string, name: SampleTown, onLearn: () => void = () => {}): Town {
  const read = readTown(join(root, 'towns', name), onLearn);
  if (!read.ok) throw new Error(`towns/${name} is broken: ${JSON.stringify(read.problems)}`);
  return read.town;
}

/**
 * Answers a folder that holds each sample town as JSON, as the sources that stand now read it. It is made once for all
 * test files, each of which would need two seconds for it, and again when a source changed.
 */
export async function readSampleTowns(root: string): Promise<string> {
  const all = join(root, 'dist/towns');
  const folder = join(all, await sourcesKey(root));
  if (existsSync(folder)) return folder;
  await rm(all, { recursive: true, force: true });
  // Made aside and moved into place, so that nobody reads half a town.
  const aside = join(all, `aside.${process.pid}`);
  await mkdir(aside, { recursive: true });
  for (const name of SAMPLE_TOWNS) {
    const town = sampleTown(root, name, () => console.log(`learning how texts of ${name} are read`));
    await writeFile(join(aside, `${name}.json`), JSON.stringify(town));
  }
  await rename(aside, folder);
  return folder;
}
