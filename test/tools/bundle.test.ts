import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundle } from '../../tools/bundle.js';
import { functionFolders } from '../../tools/declared-functions.js';

const FOLDERS = functionFolders(join(import.meta.dirname, '../..'));
const [first, second] = FOLDERS.map(({ path }) => path);
let root = '';

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), text);
}

const factoryOf = (name: string): string =>
  `create${name
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}`;

const writeHandler = (path: string, answer: string): Promise<void> => {
  const name = path.split('/').at(-1) ?? '';
  return write(`${path}/handler.ts`, `export const ${factoryOf(name)} = () => async () => '${answer}';\n`);
};

const declare = (path: string): Promise<void> =>
  write(`${path}/function.ts`, "export const FUNCTION = { purpose: 'Counts sheep', needs: {} };\n");

/** Every function with a declaration and a handler of its own that answers its name. */
async function writeFunctions(): Promise<void> {
  for (const { path, name } of FOLDERS) await Promise.all([declare(path), writeHandler(path, name)]);
  await write(
    'functions/use-cases/workflow-task.ts',
    'export const workflowTask = (name: string, run: unknown) => run;\n',
  );
  await write('functions/use-cases/observed.ts', 'export const observed = (run: unknown) => run;\n');
}

const bundled = (name: string): Promise<string> => readFile(join(root, 'dist/fn', name, 'index.mjs'), 'utf8');

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'small-grid-bundle-'));
  await symlink(join(import.meta.dirname, '../../node_modules'), join(root, 'node_modules'));
  await writeFunctions();
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('bundling', () => {
  it('makes one module a function, which exports its handler', async () => {
    await bundle(root);
    for (const { name } of FOLDERS) {
      const text = await bundled(name);
      expect(text).toContain(name);
      expect(text).toMatch(/export\s*\{.* as handler\s*\}/);
    }
  });

  it('names every function that is missing, at once', async () => {
    for (const path of [first, second]) await rm(join(root, path ?? '', 'handler.ts'));
    await expect(bundle(root)).rejects.toThrow(
      `${first}/handler.ts is missing\n  ${second}/handler.ts is missing`,
    );
  });

  it('names a function that nobody declared', async () => {
    await writeHandler('functions/resident/count-sheep', 'sheep');
    await expect(bundle(root)).rejects.toThrow('functions/resident/count-sheep/function.ts is missing');
  });

  it('gives a function the stores of its needs and its settings, and no other store comes along', async () => {
    const folder = 'functions/workflow/count-sheep';
    await write(
      'adapters/stores.ts',
      "export const sheep = () => 'of the meadow';\nexport const wolves = () => 'of the wood';\n",
    );
    await write(
      `${folder}/function.ts`,
      "export const FUNCTION = { purpose: 'Counts', needs: { sheep: 'read' } };\n",
    );
    await write(`${folder}/settings.ts`, "export const SETTINGS = 'to one hundred';\n");
    await write(
      `${folder}/handler.ts`,
      'export const createCountSheep = (services: object, most: string) => () => [services, most];\n',
    );
    await bundle(root);
    const text = await bundled('count-sheep');
    expect(text).toMatch(/of the meadow[^]*to one hundred|to one hundred[^]*of the meadow/);
    expect(text).not.toContain('of the wood');
  });

  it('refuses a bundle that would start slowly, and names it', async () => {
    await writeHandler(first ?? '', 'x'.repeat(1_400_001));
    await expect(bundle(root)).rejects.toThrow(`dist/fn/${first?.split('/').at(-1)}/index.mjs`);
  });

  it("puts the residents' pages beside the function that serves them", async () => {
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
    await write('dist/fn/forgotten/index.mjs', '');
    await bundle(root);
    expect(existsSync(join(root, 'dist/fn/forgotten'))).toBe(false);
  });
});
