import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { functionBuild } from '../../tools/bundle.js';
import { declaredFunctions } from '../../tools/declared-functions.js';
import { zippedKilobytes } from '../../tools/deflated.js';

const ROOT = join(import.meta.dirname, '../..');

/** Kilobytes, compressed as Lambda stores them, of what is loaded at the start: that is most of a cold start. */
const MOST = 150;
/** What is larger, and why: it sorts what any text may say. */
const LARGER: Readonly<Record<string, number>> = { 'receive-sms': 161 };
/** Of a file that is loaded when it is first called; a function has those that it may need. */
const MOST_LATER = 130;
const LARGER_LATER: Readonly<Record<string, number>> = { 'learnt-answers.cjs': 181, 'town-files.cjs': 136 };

it('what a function loads at its start is small, and what it loads later, but for those that must not grow', async () => {
  const functions = declaredFunctions(ROOT);
  const { outputFiles } = await build({
    ...functionBuild(ROOT, functions),
    outdir: join(ROOT, 'nowhere'),
    write: false,
  });
  const files = outputFiles.map(({ path, contents }) => ({
    name: basename(dirname(path)),
    file: basename(path),
    size: zippedKilobytes(contents),
  }));
  const atStart = files.filter(({ file }) => file === 'index.mjs');
  expect(atStart).toHaveLength(functions.length);
  expect(atStart.filter(({ name, size }) => size > (LARGER[name] ?? MOST))).toEqual([]);
  expect(
    Object.keys(LARGER).filter((name) => !atStart.some((one) => one.name === name && one.size > MOST)),
  ).toEqual([]);
  const later = files.filter(({ file }) => file !== 'index.mjs');
  expect(later.filter(({ file, size }) => size > (LARGER_LATER[file] ?? MOST_LATER))).toEqual([]);
});
