import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Town } from '../../domain/town/schema.js';
import { readTown } from '../../towns/read-town.js';

const TOWNS = join(import.meta.dirname, '..', '..', 'towns');

const samples = new Map<string, Town>();

/** A town of this repository, by the name of its folder: as the run of all tests has read it once for every file, else read anew. */
export function sampleTown(folder = 'sanhehu'): Town {
  const town = samples.get(folder) ?? kept(folder) ?? read(folder);
  samples.set(folder, town);
  return town;
}

function kept(folder: string): Town | undefined {
  const place = process.env['SAMPLE_TOWNS'];
  // What was written a moment ago by the same sources; checking it again would take as long as reading the town.
  return place === undefined
    ? undefined
    : (JSON.parse(readFileSync(join(place, `${folder}.json`), 'utf8')) as Town);
}

function read(folder: string): Town {
  const result = readTown(join(TOWNS, folder));
  if (!result.ok) throw new Error(`the sample town is broken: ${JSON.stringify(result.problems)}`);
  return result.town;
}
