import { parseArgs } from 'node:util';
import { languageOf } from '../language.js';
import { type Deployment, machinesOf, outputOf, placeOf } from './deployment.js';
import { examine } from './doctor.js';
import { DOCTOR_WORDS } from './doctor-words.js';
import { versionedOf } from './rollback-command.js';
import { openDeployment, type Said, sayUsage, servicesOf, SHARED_OPTIONS } from './run-command.js';

const readCall = (args: string[]) => parseArgs({ args, options: SHARED_OPTIONS }).values;

/** `npm run doctor`. Exit codes: 0 nothing is to be fixed, as far as could be looked; 1 something is. */
export async function doctorCommand(args: string[], said: Said): Promise<number> {
  const { help, lang, ...place } = readCall(args);
  const words = DOCTOR_WORDS[languageOf(lang)];
  if (help) return sayUsage(said, words.usage);
  const deployment = await openDeployment({ ...place, lang }, said);
  const services = servicesOf(deployment);
  const results = await examine({
    services,
    machines: machinesOf(deployment),
    versioned: () => versionedOf(services, deployment),
    address: outputOf(deployment, 'ApiUrl'),
    stage: deployment.stage?.name,
    at: await deployment.now(),
    nodeVersion: process.version,
  });
  const count = { well: 0, wrong: 0, 'not looked at': 0 };
  for (const { found } of results) {
    const { said: says, fix } = words.findings[found.what];
    said.out(addressed(`${words.marks[found.is]} ${says(found.values)}`, deployment));
    if (fix !== undefined) said.out(words.fix(addressed(fix, deployment)));
    count[found.is] += 1;
  }
  said.out(words.sum(count.wrong, count['not looked at']));
  return count.wrong > 0 ? 1 : 0;
}

/** A command that can be typed as it stands. */
const addressed = (line: string, deployment: Deployment): string =>
  line
    .replaceAll('--stage <stage>', placeOf(deployment))
    .replaceAll('<stage>', (stage) => deployment.stage?.name ?? stage);
