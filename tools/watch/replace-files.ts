import { copyFile, mkdir, readdir, rename } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** Replaces the files of one folder by another's. Readers find each file whole, as it was or as it is. */
export async function replaceFiles(from: string, into: string): Promise<void> {
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const file = join(into, relative(from, source));
    await mkdir(dirname(file), { recursive: true });
    await copyFile(source, `${file}~`);
    await rename(`${file}~`, file);
  }
}
