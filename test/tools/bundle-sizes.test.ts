import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { functionBuild } from '../../tools/bundle.js';
import { declaredFunctions } from '../../tools/declared-functions.js';

const ROOT = join(import.meta.dirname, '../..');

/** Kilobytes, compressed as Lambda stores them: loading code is most of a cold start. */
const MOST = 150;
/** What is larger, and why: it reads words, knows the numbers of every country, or keeps or teaches a town's data. */
const LARGER: Readonly<Record<string, number>> = {
  'assign-request': 153,
  'record-step': 154,
  'close-request': 159,
  'keep-quota': 159,
  'reach-request': 158,
  'watch-floods': 158,
  'ask-person': 169,
  'record-task': 179,
  'enter-request': 181,
  'serve-visits': 190,
  'serve-open311': 206,
  'submit-request': 217,
  'serve-staff': 226,
  'serve-ask': 254.5,
  'answer-request': 263,
  'teach-reading': 267,
  'browse-requests': 271,
  'manage-town': 379,
  'receive-sms': 508.5,
};

it('a bundle is small, but for those that must not grow', async () => {
  const functions = declaredFunctions(ROOT);
  const { outputFiles } = await build({
    ...functionBuild(ROOT, functions),
    outdir: join(ROOT, 'nowhere'),
    write: false,
  });
  const sizes = outputFiles.map(({ path, contents }) => ({
    name: path.split(/[\\/]/).at(-2) ?? '',
    size: deflateRawSync(contents, { level: 9 }).length / 1000,
  }));
  expect(sizes).toHaveLength(functions.length);
  expect(sizes.filter(({ name, size }) => size > (LARGER[name] ?? MOST))).toEqual([]);
  expect(
    Object.keys(LARGER).filter((name) => !sizes.some((one) => one.name === name && one.size > MOST)),
  ).toEqual([]);
});
