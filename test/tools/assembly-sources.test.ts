import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { sourcesKey } from '../../tools/assembly.js';

const ROOT = join(import.meta.dirname, '../..');

/** The modules of ours that decide what the bundler makes: itself, and all that it imports. */
async function modulesOfBundler(): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['tools/bundle.ts'],
    outdir: 'nowhere',
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    metafile: true,
    write: false,
  });
  return Object.keys(metafile.inputs);
}

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'small-grid-sources-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

it('an assembly is made anew when any module of the bundler changes', async () => {
  const unnoticed: string[] = [];
  let known = await sourcesKey(root);
  for (const file of await modulesOfBundler()) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), '');
    const key = await sourcesKey(root);
    if (key === known) unnoticed.push(file);
    known = key;
  }
  expect(unnoticed).toEqual([]);
});
