import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brokenSeals, createCaseFileStore } from '../adapters/case-file-store.js';
import { ENVIRONMENT } from '../adapters/environment.js';

const USAGE = `npm run case-files -- TOWN-ID --to DIRECTORY [--table NAME] [--endpoint URL]

Copies the sealed case files of a town into a directory, each as it was sealed, with seals.txt; says which seals do not hold.
把一个镇的归档案卷逐件复制到目录，附 seals.txt；指出封签不符的案卷。`;

/** Exit codes: 0 every seal holds, 1 one does not, 2 called wrongly. */
async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      table: { type: 'string', default: process.env[ENVIRONMENT.table] ?? 'small-grid' },
      endpoint: { type: 'string' },
    },
  });
  const [town, ...more] = positionals;
  const { to, table, endpoint } = values;
  if (town === undefined || to === undefined || more.length > 0) {
    console.log(USAGE);
    return 2;
  }
  const files = await createCaseFileStore({ table, ...(endpoint === undefined ? {} : { endpoint }) }).all(
    town,
  );
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const { request, body } of files) writeFileSync(join(to, `${request}.json`), body, { mode: 0o600 });
  const seals = files.map(({ n, request, seal, before }) => `${n} ${request} ${seal} ${before}`);
  writeFileSync(join(to, 'seals.txt'), `${seals.join('\n')}\n`, { mode: 0o600 });
  const broken = brokenSeals(files, Date.now());
  console.log(`${files.length} files / 件案卷: ${to}`);
  for (const request of broken) console.error(`seal broken / 封签不符: ${request}`);
  return broken.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
