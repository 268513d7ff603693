import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { readAssets } from '../../functions/http/pages/assets.js';
import { compressBeside } from '../../tools/compressed-beside.js';

const SCRIPT = 'main-4F2A9C1B.js';
const TEXT = 'const words = ["示例"];\n'.repeat(50);

let folder = '';
let kept = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compressed-'));
  kept = join(folder, 'kept');
  await writeFile(join(folder, SCRIPT), TEXT);
});
afterEach(() => rm(folder, { recursive: true }));

const sent = () => readAssets(folder).get(`/${SCRIPT}`)?.compressed?.br() ?? Buffer.of();

describe('compressing when pages are built', () => {
  it('makes what is sent, which is what was built', async () => {
    await compressBeside(folder, kept);
    expect(sent()).toEqual(await readFile(join(folder, `${SCRIPT}.br`)));
    expect(brotliDecompressSync(sent()).toString()).toBe(TEXT);
  });

  it('leaves alone what may change under its name', async () => {
    await writeFile(join(folder, 'index.html'), TEXT);
    await writeFile(join(folder, 'main.js'), TEXT);
    await compressBeside(folder, kept);
    const made = (await readdir(folder)).filter((file) => file.endsWith('.br'));
    expect(made).toEqual([`${SCRIPT}.br`]);
  });

  it('is done once for the same content, and what is gone is not kept', async () => {
    await compressBeside(folder, kept);
    const [first = ''] = await readdir(kept);
    await writeFile(join(kept, first), 'of an earlier build');
    await compressBeside(folder, kept);
    expect(sent().toString()).toBe('of an earlier build');
    await writeFile(join(folder, SCRIPT), `${TEXT}//`);
    await compressBeside(folder, kept);
    expect(await readdir(kept)).toHaveLength(1);
    expect(await readdir(kept)).not.toContain(first);
    expect(brotliDecompressSync(sent()).toString()).toBe(`${TEXT}//`);
  });

  it('for this machine in a hurry is not taken for what is sent to many', async () => {
    await compressBeside(folder, kept, 'quick');
    const [quick = ''] = await readdir(kept);
    await writeFile(join(kept, quick), 'in a hurry');
    await compressBeside(folder, kept);
    expect(brotliDecompressSync(sent()).toString()).toBe(TEXT);
  });

  it('is not taken for a newer file that was laid in its place since', async () => {
    await compressBeside(folder, kept);
    await writeFile(join(folder, SCRIPT), `${TEXT}//`);
    const later = new Date(Date.now() + 1000);
    await utimes(join(folder, SCRIPT), later, later);
    expect(brotliDecompressSync(sent()).toString()).toBe(`${TEXT}//`);
  });

  it('and a file that nobody compressed is compressed as it is asked for', () => {
    expect(brotliDecompressSync(sent()).toString()).toBe(TEXT);
  });
});
