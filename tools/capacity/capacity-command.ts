import { parseArgs } from 'node:util';
import { type Area, AREAS } from '../../domain/capacity/request-use.js';
import { languageOf } from '../language.js';
import { type Said, sayUsage } from '../operator/run-command.js';
import { capacityTables } from './capacity-tables.js';
import { CAPACITY_WORDS } from './capacity-words.js';

const NUMBERS = ['towns', 'people', 'requests', 'storm'] as const;

const readCall = (args: string[]) =>
  parseArgs({
    args,
    options: {
      towns: { type: 'string' },
      people: { type: 'string' },
      requests: { type: 'string' },
      storm: { type: 'string' },
      markdown: { type: 'boolean', default: false },
      lang: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  }).values;

/** `npm run capacity`. Exit codes: 0 told; 2 called wrongly. */
export async function capacityCommand(args: string[], said: Said): Promise<number> {
  const call = readCall(args);
  const language = languageOf(call.lang);
  const words = CAPACITY_WORDS[language];
  if (call.help) return sayUsage(said, words.usage);
  const bad = NUMBERS.find((name) => call[name] !== undefined && !(Number(call[name]) > 0));
  if (bad) {
    said.err(words.badNumber(bad));
    return 2;
  }
  const { province } = AREAS;
  const towns = Number(call.towns ?? province.towns);
  const area: Area = {
    towns,
    people: Number(call.people ?? (province.people / province.towns) * towns),
    requests: Number(call.requests ?? province.requests),
  };
  const storm = Number(call.storm ?? 10);
  said.out(capacityTables({ area, storm, language, markdown: call.markdown }));
  return 0;
}
