import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brokenSeals, createCaseFileStore } from '../../adapters/case-file-store.js';
import { languageOf } from '../language.js';
import { CASE_FILES_WORDS } from './case-files-words.js';
import { outputOf } from './deployment.js';
import { openDeployment, type Said, sayUsage, SHARED_OPTIONS } from './run-command.js';

const readCall = (args: string[]) =>
  parseArgs({ args, allowPositionals: true, options: { to: { type: 'string' }, ...SHARED_OPTIONS } });

/** `npm run case-files`. Exit codes: 0 every seal holds, 1 one does not, 2 called wrongly. */
export async function caseFilesCommand(args: string[], said: Said): Promise<number> {
  const {
    values: { to, help, ...place },
    positionals: [town, ...more],
  } = readCall(args);
  const words = CASE_FILES_WORDS[languageOf(place.lang)];
  if (help || town === undefined || to === undefined || more.length > 0)
    return sayUsage(said, words.usage, help);
  const deployment = await openDeployment(place, said);
  const { endpoint } = place;
  const table = outputOf(deployment, 'TableName');
  const store = createCaseFileStore({ table, ...(endpoint === undefined ? {} : { endpoint }) });
  const files = await store.all(town);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  for (const { request, body } of files) writeFileSync(join(to, `${request}.json`), body, { mode: 0o600 });
  const seals = files.map(({ n, request, seal, before }) => `${n} ${request} ${seal} ${before}`);
  writeFileSync(join(to, 'seals.txt'), `${seals.join('\n')}\n`, { mode: 0o600 });
  const broken = brokenSeals(files, Date.now());
  said.out(words.copied(files.length, to));
  for (const request of broken) said.err(words.broken(request));
  return broken.length > 0 ? 1 : 0;
}
