import { join } from 'node:path';
import type { Town } from '../../../domain/town/schema.js';
import { readTown } from '../../../towns/read-town.js';

const ROOT = join(import.meta.dirname, '../../..');

/** A town of this repository with what its reading learnt. */
export function readingTown(folder = 'sanhehu'): Town {
  const read = readTown(join(ROOT, 'towns', folder));
  if (!read.ok) throw new Error(`${folder} is broken: ${JSON.stringify(read.problems.slice(0, 3))}`);
  return read.town;
}
