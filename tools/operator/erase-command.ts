import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { contactOfPhone } from '../../adapters/contact.js';
import { createErasureStore } from '../../adapters/erasure-store.js';
import { createRequestStore } from '../../adapters/request-store.js';
import { readRequestId, showRequestId } from '../../domain/codes/request-id.js';
import { findPhone } from '../../domain/contact/phone.js';
import { keptByLaw } from '../../domain/personal-data/erase-request.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { statusWord } from '../../domain/request/status-words.js';
import { categoryTitle } from '../../domain/request/words.js';
import type { Town } from '../../domain/town/schema.js';
import type { Language } from '../../domain/words/language.js';
import { readTown } from '../../towns/read-town.js';
import { languageOf } from '../language.js';
import { outputOf } from './deployment.js';
import { ERASE_WORDS } from './erase-words.js';
import { openDeployment, type Said, sayUsage, SHARED_OPTIONS } from './run-command.js';

function readCall(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      phone: { type: 'boolean', default: false },
      'phone-file': { type: 'string' },
      request: { type: 'string' },
      until: { type: 'string' },
      yes: { type: 'boolean', default: false },
      ...SHARED_OPTIONS,
    },
  });
  const { phone: asksPhone, 'phone-file': phoneFile, until, ...others } = values;
  const persons = [asksPhone, phoneFile !== undefined, others.request !== undefined];
  const [dir = '', ...more] = positionals;
  const isCorrect = dir !== '' && more.length === 0 && persons.filter(Boolean).length === 1;
  return { ...others, asksPhone, phoneFile, until, dir, isCorrect };
}

/** A number stands in no history of a shell: it is typed when it is asked for, or read from standard input. */
async function typedPhone(question: string): Promise<string> {
  if (!process.stdin.isTTY) return readFileSync(0, 'utf8');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const typed = await terminal.question(question);
  terminal.close();
  return typed;
}

/** `npm run erase`. Exit codes: 0 shown, or asked for; 1 there is nothing of theirs, or no such town; 2 called wrongly. */
export async function eraseCommand(args: string[], said: Said, ask = typedPhone): Promise<number> {
  const { asksPhone, phoneFile, request, until, yes, help, dir, isCorrect, ...place } = readCall(args);
  const language = languageOf(place.lang);
  const words = ERASE_WORDS[language];
  if (help || !isCorrect) return sayUsage(said, words.usage, help);
  const moment = until === undefined ? undefined : Date.parse(until);
  if (Number.isNaN(moment)) {
    said.err(words.noMoment(until ?? ''));
    return 2;
  }
  const read = readTown(dir);
  if (!read.ok) {
    said.err(words.noTown(dir));
    return 1;
  }
  const deployment = await openDeployment(place, said);
  const { endpoint } = place;
  const where = { table: outputOf(deployment, 'TableName'), ...(endpoint === undefined ? {} : { endpoint }) };
  const typed = asksPhone ? await ask(words.askPhone) : phoneFile && readFileSync(phoneFile, 'utf8');
  const found = await findPerson(where, read.town, { phone: typed?.trim(), request });
  if (found === undefined) {
    said.err(words.nobody);
    return 1;
  }
  for (const record of found.records) said.out(lineOf(record, read.town, language));
  said.out(request === undefined ? words.ofNumber(found.records.length) : words.ofRequest);
  if (!yes) {
    said.out(words.dry);
    return 0;
  }
  const { id: town } = read.town.settings;
  await createErasureStore(where).ask(town, found.wanted, moment ?? (await deployment.now()));
  said.out(words.asked);
  return 0;
}

type Where = Parameters<typeof createErasureStore>[0];

/** Whose data, and what of them; undefined where nothing is kept. */
async function findPerson(
  where: Where,
  { settings }: Town,
  given: { readonly phone: string | undefined; readonly request: string | undefined },
) {
  const [requests, erasures, town] = [createRequestStore(where), createErasureStore(where), settings.id];
  const find = async (id: string | undefined) =>
    id === undefined ? undefined : await requests.find(town, id);
  if (given.request !== undefined) {
    const record = await find(readRequestId(given.request));
    const contact = record?.resident;
    return record && contact !== undefined
      ? { wanted: { request: record.id, contact }, records: [record] }
      : undefined;
  }
  const phone = given.phone === undefined ? undefined : findPhone(given.phone, settings);
  if (phone === undefined) return undefined;
  const contact = contactOfPhone(town, phone);
  const records = await Promise.all((await erasures.requestsOf(town, contact)).map(({ id }) => find(id)));
  return { wanted: { contact }, records: records.filter((record) => record !== undefined) };
}

function lineOf(record: RequestRecord, town: Town, language: Language): string {
  const words = ERASE_WORDS[language];
  const kept = keptByLaw(record);
  const notes = [
    ...(record.closedAs === undefined ? [words.open] : []),
    ...(kept === undefined ? [] : [words.kept[kept]]),
  ];
  const category = categoryTitle(town, record.category)[language];
  return [showRequestId(record.id), category, statusWord(record, language), ...notes].join('  ');
}
