import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { execFileSync } from 'node:child_process';
import { buildSync } from 'esbuild';
import { examplesOf } from '../domain/reading/examples-of.js';
import { isHeldOut } from '../domain/reading/example.js';
import { readWords } from '../domain/reading/read-words.js';
import { readTown } from '../towns/read-town.js';
import { asProgram } from '../tools/as-program.js';

const ROOT = join(import.meta.dirname, '..');
/** The size that reading adds to a bundle, the cost of the first reading in a fresh process, and of each once warm. */
const LIMITS = { kilobytes: 150, coldMilliseconds: 30, warmMilliseconds: 5 };

const FIRST_READING = `
// Loaded by every function already.
await import('zod');
const began = performance.now();
const { readWords } = await import(process.argv[1]);
const loaded = performance.now();
const { readFileSync } = await import('node:fs');
const town = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const parsed = performance.now();
readWords(town, '煤气漏了 侯家院 三组');
console.log(JSON.stringify({ load: loaded - began, first: performance.now() - parsed }));`;

async function main(): Promise<void> {
  const { outputFiles } = buildSync({
    entryPoints: [join(ROOT, 'domain/reading/read-words.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    charset: 'utf8',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    outdir: join(ROOT, 'dist/bench'),
    outExtension: { '.js': '.mjs' },
    external: ['zod'],
    write: true,
  });
  void outputFiles;
  const { readFileSync, writeFileSync } = await import('node:fs');
  const bundle = join(ROOT, 'dist/bench/read-words.mjs');
  const kilobytes = gzipSync(readFileSync(bundle), { level: 9 }).byteLength / 1024;
  const read = readTown(join(ROOT, 'towns/sanhehu'));
  if (!read.ok) throw new Error('the sample town is broken');
  const { categories, villages, grids, model } = read.town;
  const town = join(ROOT, 'dist/bench/town.json');
  writeFileSync(town, JSON.stringify({ categories, villages, grids, model }));
  const colds = Array.from({ length: 7 }, () => cold(bundle, town)).toSorted(
    (a, b) => a.load + a.first - b.load - b.first,
  );
  const middle = colds[3] ?? { load: 0, first: 0 };
  const warm = warmReading(read.town);
  console.log(`added to a bundle   ${kilobytes.toFixed(0)} KB compressed (limit ${LIMITS.kilobytes})`);
  console.log(
    `cold start          ${(middle.load + middle.first).toFixed(1)} ms: load ${middle.load.toFixed(1)}, first reading ${middle.first.toFixed(1)} (limit ${LIMITS.coldMilliseconds})`,
  );
  console.log(`a reading, warm     ${warm.toFixed(2)} ms (limit ${LIMITS.warmMilliseconds})`);
}

function cold(bundle: string, town: string): { load: number; first: number } {
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', FIRST_READING, bundle, town], {
    encoding: 'utf8',
  });
  return JSON.parse(out) as { load: number; first: number };
}

function warmReading(town: Parameters<typeof readWords>[0] & { examples: string }): number {
  const texts = examplesOf(town).filter(({ words }) => isHeldOut(words));
  for (const { words } of texts.slice(0, 300)) readWords(town, words);
  const began = performance.now();
  for (const { words } of texts) readWords(town, words);
  return (performance.now() - began) / texts.length;
}

asProgram(import.meta.url, main);
