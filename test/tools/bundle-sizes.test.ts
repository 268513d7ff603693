import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { functionBuild } from '../../tools/bundle.js';
import { declaredFunctions } from '../../tools/declared-functions.js';

const ROOT = join(import.meta.dirname, '../..');

/** Kilobytes, compressed as Lambda stores them: loading code is most of a cold start. */
const MOST = 151;
/** What is larger, and why: it reads words, knows the numbers of every country, or keeps or teaches a town's data. */
const LARGER: Readonly<Record<string, number>> = {
  'track-request': 153,
  'assign-request': 158,
  'record-step': 159,
  'close-request': 164,
  'keep-quota': 164,
  'reach-request': 165,
  'ask-person': 173,
  'watch-floods': 180,
  'record-task': 198,
  'enter-request': 202,
  'serve-visits': 213,
  'serve-open311': 226,
  'submit-request': 238,
  'serve-staff': 245,
  'serve-ask': 273,
  'answer-request': 283,
  'teach-reading': 288,
  'browse-requests': 290,
  'manage-town': 402,
  'receive-sms': 550,
};

it('a bundle is small, but for those that must not grow', async () => {
  const functions = declaredFunctions(ROOT);
  const { outputFiles } = await build({
    ...functionBuild(ROOT, functions),
    sourcemap: false,
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
