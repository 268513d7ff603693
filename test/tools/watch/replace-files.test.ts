import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFiles } from '../../../tools/watch/replace-files.js';

const folder = mkdtempSync(join(tmpdir(), 'small-grid-replaced-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('a file is there whole, old or new, at every moment of its replacement', async () => {
  const [from, into] = [join(folder, 'from'), join(folder, 'into')];
  for (const [to, content] of [
    [from, 'new'],
    [into, 'old'],
  ] as const) {
    mkdirSync(join(to, 'assets'), { recursive: true });
    writeFileSync(join(to, 'assets/page.js'), content.repeat(100_000));
  }
  const replacing = { isOver: false };
  const done = replaceFiles(from, into).finally(() => (replacing.isOver = true));
  const seen = new Set<string>();
  while (!replacing.isOver) {
    seen.add(readFileSync(join(into, 'assets/page.js'), 'utf8'));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await done;
  seen.add(readFileSync(join(into, 'assets/page.js'), 'utf8'));
  expect([...seen].map((content) => [content.length, content.slice(0, 3)])).toEqual([
    [300_000, 'old'],
    [300_000, 'new'],
  ]);
  expect(readdirSync(join(into, 'assets'))).toEqual(['page.js']);
});
