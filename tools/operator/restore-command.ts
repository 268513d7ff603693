import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { OperatorServices } from '../../adapters/operator-services.js';
import { languageOf } from '../language.js';
import { outputOf } from './deployment.js';
import { type Lost, RESTORE_WORDS } from './restore-words.js';
import { openDeployment, type Said, sayUsage, servicesOf, SHARED_OPTIONS } from './run-command.js';
import { timeOf } from './time-of.js';

/** Between two looks at how far it is. Milliseconds. */
const EVERY = 20_000;
/** Looks between two lines that say so. */
const LOOKS_A_LINE = 15;

const readCall = (args: string[]) =>
  parseArgs({
    args,
    options: {
      at: { type: 'string' },
      table: { type: 'string' },
      yes: { type: 'boolean', default: false },
      ...SHARED_OPTIONS,
    },
  }).values;

/** `npm run restore`. Exit codes: 0 the new table is there; 1 nothing was done yet, or it cannot be; 2 called wrongly. */
export async function restoreCommand(args: string[], said: Said): Promise<number> {
  const { at: given, table: named, yes, help, ...place } = readCall(args);
  const words = RESTORE_WORDS[languageOf(place.lang)];
  if (help || given === undefined) return sayUsage(said, words.usage, help);
  const moment = Date.parse(given);
  if (Number.isNaN(moment)) {
    said.err(words.badTime(given));
    return 2;
  }
  const deployment = await openDeployment(place, said);
  const services = servicesOf(deployment);
  const source = outputOf(deployment, 'TableName');
  if (named !== undefined && (named === source || !/^[\w.-]{3,255}$/.test(named))) {
    said.err(words.badTable(named));
    return 2;
  }
  const span = await services.restore.span(source);
  if (span === undefined || moment < span.earliest || moment > span.latest) {
    said.err(whyNot(span, words));
    return 1;
  }
  const found = await targetOf(services, { source, named, moment }, { words, said });
  if (found === undefined) return 1;
  const { target } = found;
  said.out(words.intended(source, target, timeOf(moment)));
  for (const lost of await lostSince(services, { from: moment, to: await deployment.now() }))
    said.out(words.lost(lost));
  said.out(words.lostToo);
  if (!yes) {
    said.out(words.wouldDo);
    return 1;
  }
  await make(services, { source, moment, ...found }, { words, said });
  const { stage } = deployment;
  for (const line of stage ? words.next(stage.name, target) : words.nextHere(target)) said.out(line);
  return 0;
}

/** Why nothing can be restored to that moment. In its first minutes a table can be restored to none. */
function whyNot(
  span: { readonly earliest: number; readonly latest: number } | undefined,
  words: Saying['words'],
): string {
  if (span === undefined) return words.off;
  const earliest = timeOf(span.earliest);
  return span.latest <= span.earliest
    ? words.tooYoung(earliest)
    : words.outside(earliest, timeOf(span.latest));
}

/** `...-records` is followed by `...-records-2`. */
const nextName = (table: string): string => {
  const [, name = table, number = '1'] = /^(.*?)(?:-(\d+))?$/.exec(table) ?? [];
  return `${name}-${Number(number) + 1}`;
};

interface Saying {
  readonly words: (typeof RESTORE_WORDS)['en'];
  readonly said: Said;
}

/** Which table it will be: one that was begun of the same moment, else the next name that is free. Undefined where the one that was named is another. */
async function targetOf(
  { restore }: OperatorServices,
  { source, named, moment }: { source: string; named: string | undefined; moment: number },
  { words, said }: Saying,
): Promise<{ readonly target: string; readonly isThere: boolean } | undefined> {
  for (let target = named ?? nextName(source); ; target = nextName(target)) {
    const isOfIt = await restore.isOf(target, source, moment);
    if (isOfIt !== false) return { target, isThere: isOfIt === true };
    said.err(words.another(target));
    if (named !== undefined) return undefined;
  }
}

/** What was received in each town since. */
async function lostSince(
  { towns, history }: OperatorServices,
  span: { readonly from: number; readonly to: number },
): Promise<Lost[]> {
  const known = await towns.all();
  const lost: Lost[] = [];
  // One after the other: of each town its grids are asked about ten at a time already.
  for (const { id } of known) {
    const grids = [0, ...(await towns.load(id)).town.grids.map(({ number }) => number)];
    const requests = (await history.requests(id, grids, span)).length;
    const visits = (await history.ofTown(id, grids, 'visit', span)).length;
    const receptions = (await history.ofTown(id, grids, 'reception', span)).length;
    lost.push({ town: id, requests, visits, receptions });
  }
  return lost;
}

/** Begins it, or goes on with what was begun before, and waits until the table can be used. */
async function make(
  { restore }: OperatorServices,
  { source, target, moment, isThere }: { source: string; target: string; moment: number; isThere: boolean },
  { words, said }: Saying,
): Promise<void> {
  if (!isThere) await restore.begin(source, target, moment);
  said.out(isThere ? words.goesOn(target) : words.begun(target));
  for (let looks = 1; (await restore.status(target)) !== 'ACTIVE'; looks += 1) {
    if (looks % LOOKS_A_LINE === 0) said.out(words.waits(Math.round((looks * EVERY) / 60_000)));
    await pause(EVERY);
  }
  await restore.finish(target);
  said.out(words.done(target));
}
