import { parseArgs } from 'node:util';
import { languageOf } from '../language.js';
import { machinesOf } from './deployment.js';
import { findStuck, redriveAll, type Stuck } from './redrive.js';
import { REDRIVE_WORDS } from './redrive-words.js';
import { openDeployment, type Said, sayUsage, servicesOf, SHARED_OPTIONS } from './run-command.js';

const readCall = (args: string[]) =>
  parseArgs({
    args,
    options: {
      yes: { type: 'boolean', default: false },
      stopped: { type: 'boolean', default: false },
      ...SHARED_OPTIONS,
    },
  }).values;

/** `npm run redrive`. Exit codes: 0 nothing is stuck, or it was taken up; 1 something still is. */
export async function redriveCommand(args: string[], said: Said): Promise<number> {
  const { yes, stopped, help, lang, ...place } = readCall(args);
  const words = REDRIVE_WORDS[languageOf(lang)];
  if (help) return sayUsage(said, words.usage);
  const deployment = await openDeployment({ ...place, lang }, said);
  const services = servicesOf(deployment);
  const stuck = await findStuck(services, machinesOf(deployment), { stopped });
  const lines = linesOf(stuck, words);
  for (const line of lines.length === 0 ? [words.nothing] : lines) said.out(line);
  const count = toDo(stuck);
  if (count === 0) return 0;
  if (!yes) {
    said.out(words.wouldDo);
    return 1;
  }
  const failed = await redriveAll(services, stuck, await deployment.now());
  for (const one of failed) said.err(words.failed(one));
  said.out(words.done(count, failed.length));
  return failed.length > 0 ? 1 : 0;
}

const linesOf = (
  { deadLetters, executions, attention }: Stuck,
  words: (typeof REDRIVE_WORDS)['en'],
): string[] => [
  ...(deadLetters > 0 ? [words.deadLetters(deadLetters)] : []),
  ...executions.map(words.execution),
  ...attention.map(({ town, subject }) => words.attention(town, subject)),
];

const toDo = ({ deadLetters, executions, attention }: Stuck): number =>
  deadLetters + executions.filter(({ left }) => left === undefined).length + attention.length;
