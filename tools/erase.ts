import { parseArgs } from 'node:util';
import { contactOfPhone } from '../adapters/contact.js';
import { createErasureStore } from '../adapters/erasure-store.js';
import { createRequestStore } from '../adapters/request-store.js';
import { readRequestId, showRequestId } from '../domain/codes/request-id.js';
import { findPhone } from '../domain/contact/phone.js';
import { keptByLaw } from '../domain/personal-data/erase-request.js';
import { ENVIRONMENT } from '../adapters/environment.js';
import type { RequestRecord } from '../domain/request/record.js';
import { readTown } from '../towns/read-town.js';
import { ERASE_WORDS, type EraseWords } from './erase-words.js';

const languageOf = (tag: string) => (/^zh/i.test(tag) ? 'zh-CN' : 'en');

function readCall(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      phone: { type: 'string' },
      request: { type: 'string' },
      table: { type: 'string', default: process.env[ENVIRONMENT.table] ?? 'small-grid' },
      endpoint: { type: 'string' },
      until: { type: 'string' },
      yes: { type: 'boolean', default: false },
      lang: { type: 'string', default: process.env['LC_ALL'] ?? process.env['LANG'] ?? '' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const until = values.until === undefined ? Date.now() : Date.parse(values.until);
  if (Number.isNaN(until))
    throw new Error(`--until ${values.until} is no moment, as 2026-08-24T12:00:00+08:00 is`);
  return { ...values, until, dir: positionals[0], more: positionals.length > 1 };
}

/** Exit codes: 0 shown, or asked for; 1 there is nothing of theirs, or no such town; 2 called wrongly. */
async function main(args: string[]): Promise<number> {
  const { dir, more, phone: typed, request, table, endpoint, until, yes, lang, help } = readCall(args);
  const words = ERASE_WORDS[languageOf(lang)];
  if (help || dir === undefined || more || (typed === undefined) === (request === undefined)) {
    console.log(words.usage);
    return help ? 0 : 2;
  }
  const read = readTown(dir);
  if (!read.ok) {
    console.error(words.noTown(dir));
    return 1;
  }
  const { id: town } = read.town.settings;
  const where = { table, ...(endpoint === undefined ? {} : { endpoint }) };
  const [requests, erasures] = [createRequestStore(where), createErasureStore(where)];
  const phone = typed === undefined ? undefined : findPhone(typed, read.town.settings);
  const number = request === undefined ? undefined : readRequestId(request);
  const named = number === undefined ? undefined : await requests.find(town, number);
  const contact = phone === undefined ? named?.resident : contactOfPhone(town, phone);
  if (contact === undefined) {
    console.error(words.nobody);
    return 1;
  }
  const ids = named ? [named.id] : (await erasures.requestsOf(town, contact)).map(({ id }) => id);
  const found = await Promise.all(ids.map((id) => requests.find(town, id)));
  for (const record of found) if (record) console.log(lineOf(record, words));
  console.log(named ? words.ofRequest : words.ofNumber(ids.length));
  if (!yes) {
    console.log(words.dry);
    return 0;
  }
  await erasures.ask(town, named ? { request: named.id, contact } : { contact }, until);
  console.log(words.asked);
  return 0;
}

function lineOf(record: RequestRecord, words: EraseWords): string {
  const kept = keptByLaw(record);
  const notes = [
    ...(record.closedAs === undefined ? [words.open] : []),
    ...(kept === undefined ? [] : [words.kept[kept]]),
  ];
  return [showRequestId(record.id), record.category, record.status, ...notes].join('  ');
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
