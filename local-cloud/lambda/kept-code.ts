import { createHash } from 'node:crypto';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The code of published versions: what the assembly holds is gone with the next one. */
export class KeptCode {
  /** Without a folder nothing is kept: the assembly outlives a host that forgets. */
  constructor(private readonly folder: string | undefined) {}

  /** Copies a code folder, unless it is there; answers with where it stays. */
  async keep({ key, folder }: { readonly key: string; readonly folder: string }): Promise<string> {
    if (this.folder === undefined) return folder;
    const place = join(this.folder, createHash('sha256').update(key).digest('hex'));
    if (existsSync(place)) return place;
    const half = `${place}.half`;
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await rm(half, { recursive: true, force: true });
    // Source maps are read where the code is worked on, in the assembly.
    await cp(folder, half, { recursive: true, filter: (file) => !file.endsWith('.map') });
    await rename(half, place);
    return place;
  }

  async drop(place: string): Promise<void> {
    if (this.folder === undefined || relative(this.folder, place).startsWith('..')) return;
    await rm(place, { recursive: true, force: true });
  }
}
