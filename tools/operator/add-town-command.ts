import { parseArgs } from 'node:util';
import type { Town } from '../../domain/town/schema.js';
import { readTown } from '../../towns/read-town.js';
import { languageOf } from '../language.js';
import { problemTable } from '../town-problem-table.js';
import { COUNTED, WORDS } from '../town-words.js';
import { ADD_TOWN_WORDS } from './add-town-words.js';
import { outputOf, placeOf } from './deployment.js';
import { openDeployment, type Said, sayUsage, servicesOf, SHARED_OPTIONS } from './run-command.js';

const readCall = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: { yes: { type: 'boolean', default: false }, ...SHARED_OPTIONS },
  });

/** `npm run add-town`. Exit codes: 0 it is there; 1 nothing was done yet, or something is wrong with it; 2 called wrongly. */
export async function addTownCommand(args: string[], said: Said): Promise<number> {
  const {
    values: { yes, help, ...place },
    positionals: [folder, ...more],
  } = readCall(args);
  const language = languageOf(place.lang);
  const words = ADD_TOWN_WORDS[language];
  if (help || folder === undefined || more.length > 0) return sayUsage(said, words.usage, help);
  const deployment = await openDeployment(place, said);
  const read = readTown(folder);
  if (!read.ok) {
    said.err(problemTable(read.problems, language));
    said.err(WORDS[language].problems(read.problems.length, true));
    return 1;
  }
  const { town } = read;
  const counts = COUNTED.map((part) => `${town[part].length} ${WORDS[language].parts[part]}`);
  said.out(`${WORDS[language].correct(folder)} ${counts.join(', ')}`);
  const { towns } = servicesOf(deployment);
  const where = placeOf(deployment);
  const against = objections(town, await towns.all(), {
    isReal: deployment.stage !== undefined,
    words,
    folder,
    where,
  });
  for (const one of against) said.err(one);
  if (against.length > 0) return 1;
  if (!yes) {
    said.out(words.wouldDo);
    return 1;
  }
  const { id } = town.settings;
  const { version } = await towns.importTown(town, { at: await deployment.now() });
  const address = outputOf(deployment, 'ApiUrl').replace(/\/$/, '');
  for (const line of [
    words.added(id, version),
    ...words.links({ town: id, address }),
    ...words.left(town.settings.sms.carrier.kind, folder, where),
  ])
    said.out(line);
  return 0;
}

/** What is wrong with it in this deployment, and not with its files alone. */
function objections(
  { settings }: Town,
  known: readonly { readonly id: string; readonly smsNumber: string }[],
  {
    isReal,
    words,
    folder,
    where,
  }: { isReal: boolean; words: (typeof ADD_TOWN_WORDS)['en']; folder: string; where: string },
): string[] {
  const other = known.find(({ id, smsNumber }) => id !== settings.id && smsNumber === settings.sms.number);
  return [
    ...(isReal && settings.sample ? [words.isSample] : []),
    ...(known.some(({ id }) => id === settings.id) ? [words.isThere(settings.id, folder, where)] : []),
    ...(other ? [words.numberTaken(settings.sms.number, other.id)] : []),
  ];
}
