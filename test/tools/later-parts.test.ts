import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { laterParts } from '../../tools/later-parts.js';

const SOURCES = {
  'domain/domain-error.ts': 'export class DomainError extends Error {}\n',
  'domain/rare.ts': `
    import { DomainError } from './domain-error.js';
    const FIXED = Object.freeze({ size: 1 });
    export const refuse = (): void => { throw new DomainError('no'); };
    export const change = (): void => { FIXED.size = 2; };
  `,
  'main.ts': `
    import { DomainError } from './domain/domain-error.js';
    import { change, refuse } from './domain/rare.js';
    const thrownBy = (act) => { try { act(); return 'nothing'; } catch (error) { return error instanceof DomainError ? 'ours' : error.name; } };
    export const refused = () => thrownBy(refuse);
    export const changed = () => thrownBy(change);
  `,
};

let root = '';
beforeEach(async () => {
  // Characters that mean something else where files are told by a pattern.
  root = await mkdtemp(join(tmpdir(), 'small-grid (c++) [1] parts-'));
  for (const [file, text] of Object.entries(SOURCES)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
});
afterEach(() => rm(root, { recursive: true, force: true }));

interface Built {
  readonly refused: () => string;
  readonly changed: () => string;
}

/** A function's file, with its part beside it. */
async function built(): Promise<{ readonly files: readonly string[]; readonly loaded: Built }> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['main.ts'],
    outdir: join(root, 'out'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    define: { 'import.meta.url': '__filename' },
    metafile: true,
    write: false,
    plugins: [laterParts(root, { rare: { 'domain/rare.ts': ['change', 'refuse'] } }, [])],
  });
  await mkdir(join(root, 'out'));
  for (const { path, contents } of outputFiles) await writeFile(path, contents);
  const loaded = createRequire(join(root, 'main.ts'))(join(root, 'out/main.cjs')) as Built;
  return { files: outputFiles.map(({ path }) => path.slice(root.length + 1)).sort(), loaded };
}

describe('what is loaded later', () => {
  it('lies beside the function, wherever the sources are, and throws errors that its class tells', async () => {
    const { files, loaded } = await built();
    expect(files).toEqual(['out/main.cjs', 'out/rare.cjs']);
    expect(loaded.refused()).toBe('ours');
  });

  it('runs as strictly as the module that it is of: what must not be changed says so', async () => {
    const { loaded } = await built();
    expect(loaded.changed()).toBe('TypeError');
  });
});
