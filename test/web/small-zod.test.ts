import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { SMALL_ZOD } from '../../tools/bundle.js';

const CONTRACTS = join(import.meta.dirname, '../../contracts');
const DOORS = ['console', 'pages', 'resident', 'staff'];

const files = DOORS.flatMap((door) =>
  readdirSync(join(CONTRACTS, door))
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(CONTRACTS, door, file)),
);

it('the small build of zod, which pages load, has whatever the contracts call', async () => {
  const contents = files.map((file, n) => `export * as contract${n} from ${JSON.stringify(file)};`);
  const { outputFiles } = await build({
    stdin: { contents: contents.join('\n'), resolveDir: CONTRACTS },
    bundle: true,
    format: 'iife',
    globalName: 'contracts',
    alias: SMALL_ZOD,
    write: false,
  });
  const text = outputFiles[0]?.text ?? '';
  const contracts = runInNewContext(`${text}; contracts`, { URL, URLSearchParams, TextEncoder }) as object;
  expect(Object.keys(contracts)).toHaveLength(files.length);
});
