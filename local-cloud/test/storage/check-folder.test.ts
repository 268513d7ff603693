import { cp, link, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { checkFolder } from '../../storage/level-files/check-folder.js';
import { openLevelStore } from '../../storage/level-store.js';
import { openStorage } from '../../storage/host-storage.js';

let root: string;
let whole: string;

const value = (n: number) => `${n} `.repeat(200);
const keys = Array.from({ length: 9000 }, (_, n) => String(n).padStart(5, '0'));

/** A folder with tables (what is written exceeds LevelDB's buffer) and a log. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'check-'));
  whole = join(root, 'whole');
  const store = await openLevelStore(whole);
  for (let at = 0; at < keys.length; at += 500)
    await store.batch(keys.slice(at, at + 500).map((key, n) => ({ key, value: value(at + n) })));
  await store.close();
  // Opened once more, so that tables hold the most of it.
  const again = await openLevelStore(whole);
  for (let n = 0; n < 40; n += 1) await again.batch([{ key: `later-${n}`, value: value(n) }]);
  await again.close();
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function filesOf(folder: string, kind: RegExp): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => kind.test(name));
  const sizes = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size));
  return names.filter((_, position) => (sizes[position] ?? 0) > 0);
}

/** A copy of the folder with one file changed; answers what the check finds. */
async function afterwards(changed: string, change: (path: string) => Promise<void>) {
  const folder = await mkdtemp(join(root, 'copy-'));
  for (const name of await readdir(whole))
    await (name === changed ? cp : link)(join(whole, name), join(folder, name));
  await change(join(folder, changed));
  const { damages, torn } = await checkFolder(folder);
  await rm(folder, { recursive: true });
  const inFolder = (file: string) => file.slice(folder.length + 1);
  return { damaged: damages.map(({ file }) => inFolder(file)), torn: torn.map(inFolder) };
}

const ONE_OF_EACH = [
  ['a log', /\.log$/],
  ['a table', /\.ldb$/],
  ['the manifest', /^MANIFEST/],
] as const;

describe('the check of a LevelDB folder', () => {
  it('finds a whole folder whole, and reads all of it', async () => {
    const report = await checkFolder(whole);
    expect(report).toMatchObject({ damages: [] });
    expect(report.bytes).toBeGreaterThan(100_000);
    expect((await filesOf(whole, /\.ldb$/)).length).toBeGreaterThan(0);
  });

  it('finds nothing to check in a folder that is not there', async () => {
    expect(await checkFolder(join(root, 'none'))).toEqual({ files: 0, bytes: 0, damages: [], torn: [] });
  });

  it.each(ONE_OF_EACH)('finds any flipped bit of %s and names the file', async (_what, kind) => {
    const [file = ''] = await filesOf(whole, kind);
    const bytes = await readFile(join(whole, file));
    // The padding of a table's footer means nothing.
    const used = kind.test('1.ldb') ? bytes.length - 48 : bytes.length;
    await fc.assert(
      fc.asyncProperty(fc.nat(used - 1), fc.nat(7), async (at, bit) => {
        const flipped = Buffer.from(bytes);
        flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
        const { damaged, torn } = await afterwards(file, (path) => writeFile(path, flipped));
        // The length of a last record may be what is flipped: then it seems to be written in part.
        expect(damaged.length > 0 ? damaged : torn).toEqual([file]);
      }),
      { numRuns: 40 },
    );
  });

  it('finds a table cut short, one that is missing, and a manifest that is not the newest', async () => {
    const [table = ''] = await filesOf(whole, /\.ldb$/);
    const [manifest = ''] = await filesOf(whole, /^MANIFEST/);
    expect(await afterwards(table, (path) => truncate(path, 1000))).toMatchObject({
      damaged: [table],
    });
    expect(await afterwards(table, (path) => rm(path))).toMatchObject({ damaged: [table] });
    expect(await afterwards(manifest, (path) => rm(path))).toMatchObject({ damaged: [manifest] });
    expect(await afterwards(manifest, (path) => truncate(path, 0))).toMatchObject({
      damaged: [manifest],
    });
    expect(await afterwards('CURRENT', (path) => rm(path))).toMatchObject({ damaged: ['CURRENT'] });
    expect(await afterwards('CURRENT', (path) => truncate(path, 3))).toMatchObject({
      damaged: ['CURRENT'],
    });
  });

  it("takes a log's last record that was written in part for one that nobody was told of", async () => {
    const [log = ''] = await filesOf(whole, /\.log$/);
    const { size } = await stat(join(whole, log));
    expect(await afterwards(log, (path) => truncate(path, size - 10))).toMatchObject({
      damaged: [],
    });
  });
});

describe('a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(root, 'data-'));
  });

  async function fill(): Promise<void> {
    const storage = await openStorage(folder);
    for (const key of keys.slice(0, 200)) {
      await storage.store.batch([{ key, value: value(1) }]);
      await storage.tables?.batch([{ key, value: value(2) }]);
    }
    await storage.close();
  }

  it('is its owner’s alone', async () => {
    await fill();
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it.each(['state', 'dynamodb'])('with a damaged file in %s is not opened, and not changed', async (part) => {
    await fill();
    const [log = ''] = await filesOf(join(folder, part), /\.log$/);
    const file = join(folder, part, log);
    const bytes = await readFile(file);
    bytes[400] = (bytes[400] ?? 0) ^ 1;
    await writeFile(file, bytes);
    await expect(openStorage(folder)).rejects.toThrow(`${file}: damaged at byte`);
    expect(await readFile(file)).toEqual(bytes);
  });

  it('that was closed as it should be is not opened with a file cut short', async () => {
    await fill();
    const [log = ''] = await filesOf(join(folder, 'state'), /\.log$/);
    const file = join(folder, 'state', log);
    const { size } = await stat(file);
    await truncate(file, size - 10);
    await expect(openStorage(folder)).rejects.toThrow(`${file}: it has ${size - 10} of ${size} bytes`);
  });

  it('that another version has opened since is not measured by what the last host left', async () => {
    await fill();
    const store = await openLevelStore(join(folder, 'state'));
    await store.batch([{ key: 'another', value: 'x' }]);
    await store.close();
    const storage = await openStorage(folder);
    expect(await storage.store.get('another')).toBe('x');
    await storage.close();
  });

  it('that was closed opens with all that it had', async () => {
    await fill();
    const storage = await openStorage(folder);
    expect(await storage.store.get('00007')).toBe(value(1));
    await storage.close();
  });

  it('is not made anew where the host has had it and it is gone', async () => {
    await expect(openStorage(join(folder, 'gone'), undefined, { isKnown: true })).rejects.toThrow(
      'it holds nothing any more',
    );
  });
});
