import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { openLevelStore, type LevelStore } from '../../storage/level-store.js';
import { createMemoryStore } from '../../storage/memory-store.js';
import type { KeyValueStore } from '../../storage/key-value-store.js';

let folder: string;
const opened: LevelStore[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-'));
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  await rm(folder, { recursive: true });
});

async function level(): Promise<KeyValueStore> {
  const store = await openLevelStore(folder);
  opened.push(store);
  return store;
}

async function keysIn(
  store: KeyValueStore,
  options: Parameters<KeyValueStore['range']>[0],
): Promise<string[]> {
  const keys: string[] = [];
  for await (const [key] of store.range(options)) keys.push(key);
  return keys;
}

describe.each<[name: string, open: () => Promise<KeyValueStore>]>([
  ['in memory', () => Promise.resolve(createMemoryStore())],
  ['in a folder', level],
])('a store %s', (_name, open) => {
  it('keeps, replaces and deletes', async () => {
    const store = await open();
    await store.batch([
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
    ]);
    await store.batch([
      { key: 'a', value: '3' },
      { key: 'b', value: undefined },
      { key: 'none', value: undefined },
    ]);
    expect([await store.get('a'), await store.get('b')]).toEqual(['3', undefined]);
    expect(await keysIn(store, { from: '', to: '~' })).toEqual(['a']);
  });

  it('gives ranges in the order of bytes, from inclusive, to exclusive, limited, reversed', async () => {
    const store = await open();
    const keys = ['b', 'a', 'c', 'z', 'é', '格', '\u{1F600}', '\uFFFD'];
    await store.batch(keys.map((key) => ({ key, value: key })));
    const sorted = keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(await keysIn(store, { from: '', to: '\u{10FFFF}' })).toEqual(sorted);
    expect(await keysIn(store, { from: 'a', to: 'c' })).toEqual(['a', 'b']);
    expect(await keysIn(store, { from: 'a', to: 'z', limit: 2 })).toEqual(['a', 'b']);
    expect(await keysIn(store, { from: 'a', to: 'z', reverse: true, limit: 2 })).toEqual(['c', 'b']);
  });

  it('takes batches that come at once', async () => {
    const store = await open();
    await Promise.all(Array.from({ length: 50 }, (_, n) => store.batch([{ key: String(n), value: 'x' }])));
    expect(await keysIn(store, { from: '', to: '~' })).toHaveLength(50);
  });
});

describe('the two stores', () => {
  it('agree, whatever is written', async () => {
    const stores = [createMemoryStore(), await level()] as const;
    const write = fc.record({
      key: fc.string({ unit: 'binary', maxLength: 3, minLength: 1 }),
      value: fc.option(fc.string(), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(write, { maxLength: 10 }), async (writes) => {
        await Promise.all(stores.map((store) => store.batch(writes)));
        const [memory, disk] = await Promise.all(
          stores.map((store) => keysIn(store, { from: '', to: '\u{10FFFF}' })),
        );
        expect(memory).toEqual(disk);
      }),
      { numRuns: 50 },
    );
  });

  it('agree on ranges of thousands of keys, through deletions', async () => {
    const stores = [createMemoryStore(), await level()] as const;
    const keys = Array.from({ length: 3_000 }, (_, n) => String((n * 7_919) % 3_000));
    for (const store of stores) {
      await store.batch(keys.map((key) => ({ key, value: key })));
      await store.batch(keys.filter((_, n) => n % 3 > 0).map((key) => ({ key, value: undefined })));
    }
    for (const bounds of [
      { from: '', to: '~' },
      { from: '1', to: '2' },
      { from: '25', to: '2500', reverse: true, limit: 7 },
      { from: '9', to: '1' },
    ]) {
      const [memory, disk] = await Promise.all(stores.map((store) => keysIn(store, bounds)));
      expect(memory).toEqual(disk);
    }
  });

  it('a folder opened again has what was acknowledged', async () => {
    const first = await openLevelStore(folder);
    await first.batch([{ key: 'a', value: '1' }]);
    await first.close();
    expect(await (await level()).get('a')).toBe('1');
  });
});
