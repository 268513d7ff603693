import { parseArgs } from 'node:util';
import { operatorServices } from '../../adapters/operator-services.js';
import { languageOf, type Said } from './command-words.js';
import { findDeployment, machinesOf, outputOf } from './deployment.js';
import { examine } from './doctor.js';
import { DOCTOR_WORDS } from './doctor-words.js';

const readCall = (args: string[]) =>
  parseArgs({
    args,
    options: {
      outputs: { type: 'string' },
      endpoint: { type: 'string' },
      lang: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  }).values;

/** `npm run doctor`. Exit codes: 0 nothing is to be fixed, as far as could be looked; 1 something is. */
export async function doctorCommand(args: string[], said: Said): Promise<number> {
  const { help, lang, ...place } = readCall(args);
  const words = DOCTOR_WORDS[languageOf(lang)];
  if (help) {
    said.out(words.usage);
    return 0;
  }
  const deployment = await findDeployment(place);
  const services = operatorServices({
    table: outputOf(deployment, 'TableName'),
    deadLetters: outputOf(deployment, 'DeadLettersUrl'),
    endpoint: place.endpoint,
  });
  const results = await examine({
    services,
    machines: machinesOf(deployment),
    address: outputOf(deployment, 'ApiUrl'),
    at: await deployment.now(),
    nodeVersion: process.version,
  });
  const count = { well: 0, wrong: 0, 'not looked at': 0 };
  for (const { found } of results) {
    const { said: says, fix } = words.findings[found.what];
    said.out(`${words.marks[found.is]} ${says(found.values)}`);
    if (fix !== undefined) said.out(words.fix(fix));
    count[found.is] += 1;
  }
  said.out(words.sum(count.wrong, count['not looked at']));
  return count.wrong > 0 ? 1 : 0;
}
