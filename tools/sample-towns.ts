import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readTown } from '../towns/read-town.js';
import { sourcesKey } from './assembly.js';

const SAMPLES = ['sanhehu', 'elmford'];

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
  for (const name of SAMPLES) {
    const read = readTown(join(root, 'towns', name), () =>
      console.log(`learning how texts of ${name} are read`),
    );
    if (!read.ok) throw new Error(`towns/${name} is broken: ${JSON.stringify(read.problems)}`);
    await writeFile(join(aside, `${name}.json`), JSON.stringify(read.town));
  }
  await rename(aside, folder);
  return folder;
}
