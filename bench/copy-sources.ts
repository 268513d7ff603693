import { cp, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';

const NOT_COPIED = new Set(['node_modules', '.git', 'cdk.out', 'dist', '.local', 'coverage']);

/** Copies a working tree without what is built from it, so that nothing of it is changed by a measurement. */
export async function copySources(root: string, to: string): Promise<void> {
  const entries = (await readdir(root)).filter(
    (name) => !NOT_COPIED.has(name) && !name.startsWith('cdk.out'),
  );
  await Promise.all(entries.map((name) => cp(join(root, name), join(to, name), { recursive: true })));
  await symlink(join(root, 'node_modules'), join(to, 'node_modules'));
}
