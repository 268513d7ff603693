import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FUNCTION_PURPOSES } from '../../infra/function-names.js';
import { bundle } from '../../tools/bundle.js';

const NAMES = Object.keys(FUNCTION_PURPOSES);
let root = '';

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), text);
}

const writeFunctions = (names: readonly string[]) =>
  Promise.all(
    names.map((name) =>
      write(`functions/${name}/index.ts`, `export const handler = async () => '${name}';\n`),
    ),
  );

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'small-grid-bundle-'));
  await symlink(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('bundling', () => {
  it('makes one module a function, which exports its handler', async () => {
    await writeFunctions(NAMES);
    await bundle(root);
    for (const name of NAMES) {
      const text = await readFile(join(root, 'dist/fn', name, 'index.mjs'), 'utf8');
      expect(text).toContain(name);
      expect(text).toMatch(/export\s*\{.* as handler\s*\}/);
    }
  });

  it('names every function that is missing, at once', async () => {
    const [first = '', second = '', ...rest] = NAMES;
    await writeFunctions(rest);
    await expect(bundle(root)).rejects.toThrow(
      `functions/${first}/index.ts is missing\n  functions/${second}/index.ts is missing`,
    );
  });

  it('names a function that no part of the stack knows', async () => {
    await writeFunctions([...NAMES, 'count-sheep']);
    await expect(bundle(root)).rejects.toThrow(
      'functions/count-sheep is not listed in infra/function-names.ts',
    );
  });

  it('refuses a bundle that would start slowly, and names it', async () => {
    await writeFunctions(NAMES);
    const [first = ''] = NAMES;
    await write(
      `functions/${first}/index.ts`,
      `export const handler = async () => '${'x'.repeat(1_200_001)}';\n`,
    );
    await expect(bundle(root)).rejects.toThrow(`dist/fn/${first}/index.mjs`);
  });

  it("puts the residents' pages beside the function that serves them", async () => {
    await writeFunctions(NAMES);
    await write('web/resident/main.tsx', "import './main.css';\ndocument.title = 'page';\n");
    await write('web/resident/main.css', 'body { margin: 0 }\n');
    await write('web/resident/icon.svg', '<svg/>\n');
    await write('web/resident/view/part.tsx', 'export const part = 1;\n');
    await bundle(root);
    const assets = join(root, 'dist/fn/serve-page/assets');
    for (const file of ['icon.svg', 'main.js', 'main.css'])
      expect([file, existsSync(join(assets, file))]).toEqual([file, true]);
    expect(existsSync(join(assets, 'view'))).toBe(false);
  });

  it('leaves nothing of an earlier build', async () => {
    await writeFunctions(NAMES);
    await write('dist/fn/forgotten/index.mjs', '');
    await bundle(root);
    expect(existsSync(join(root, 'dist/fn/forgotten'))).toBe(false);
  });
});
