import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languageOf } from '../language.js';
import { readStacks } from '../templates/flattened.js';
import { machinesOf, prefixOf } from './deployment.js';
import { openDeployment, type Said, sayUsage, servicesOf, SHARED_OPTIONS } from './run-command.js';
import { refusedUpgrade } from './upgrade.js';
import { UPGRADE_WORDS } from './upgrade-words.js';

const readCall = (args: string[]) =>
  parseArgs({ args, options: { templates: { type: 'string' }, ...SHARED_OPTIONS } }).values;

/** `npm run check:upgrade`. Exit codes: 0 it may be deployed; 1 it would take something, or there is nothing to compare. */
export async function upgradeCommand(args: string[], said: Said): Promise<number> {
  const { templates, help, lang, ...place } = readCall(args);
  const words = UPGRADE_WORDS[languageOf(lang)];
  if (help) return sayUsage(said, words.usage);
  const deployment = await openDeployment({ ...place, lang }, said);
  const folder = templates ?? (deployment.endpoint === undefined ? 'dist/cdk.out' : 'cdk.out');
  if (!existsSync(join(folder, 'manifest.json'))) {
    said.err(words.noTemplates(folder));
    return 1;
  }
  const stacks = readStacks(folder);
  // Compared with another stage's, everything would be gone.
  const own = `"StateMachineName":"${prefixOf(deployment)}resident-request"`;
  if (!JSON.stringify(stacks.whole.Resources).includes(own)) {
    said.err(words.othersTemplates(folder));
    return 1;
  }
  const taken = await refusedUpgrade(servicesOf(deployment), machinesOf(deployment), stacks);
  const refused = [...taken.inFlight, ...taken.table];
  for (const line of refused) said.err(line);
  said.out(refused.length === 0 ? words.fine : words.refused(refused.length));
  return refused.length === 0 ? 0 : 1;
}
