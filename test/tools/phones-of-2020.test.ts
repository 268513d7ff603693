import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePage } from '../../tools/bundle.js';

const ROOT = join(import.meta.dirname, '../..');
/** What browsers have learnt since 2020; the bundler writes newer words in older ones, and leaves what is called. */
const NEWER =
  /\.(?:at|findLast|findLastIndex|toSorted|toReversed|toSpliced)\(|Object\.(?:hasOwn|groupBy)\(|structuredClone\(|shortOffset|\(\?<[=!]/g;

let to = '';
beforeAll(async () => {
  to = await mkdtemp(join(tmpdir(), 'small-grid-page-'));
});
afterAll(async () => {
  await rm(to, { recursive: true });
});

it.each(['resident', 'staff'] as const)(
  'the %s pages call nothing that phones of 2020 lack',
  async (name) => {
    await bundlePage(ROOT, name, { to: join(to, name) });
    const scripts = (await readdir(join(to, name))).filter((file) => file.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(0);
    const texts = await Promise.all(scripts.map((file) => readFile(join(to, name, file), 'utf8')));
    expect(texts.flatMap((text) => text.match(NEWER) ?? [])).toEqual([]);
  },
);
