import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TownFiles } from './town-files.js';

/** The files of a folder, hidden ones aside. */
export const folderFiles = (dir: string): TownFiles => ({
  names: (folder) => namesIn(folder === undefined ? dir : join(dir, folder)),
  read: (file) => readIfThere(join(dir, file)),
});

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch {
    return [];
  }
}

function readIfThere(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
