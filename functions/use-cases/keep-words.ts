import type { Services } from '../../adapters/services.js';
import { wordsOf } from '../../domain/access/known-resident.js';
import { DomainError } from '../../domain/domain-error.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { LONGEST_WORDS } from '../../domain/words/limits.js';

/** More people than add to the words of one request at one moment. */
const ATTEMPTS = 5;

/** Adds later words to those of a request's resident, or of the staff about it. Said again they are there once. */
export async function keepWords(
  { requests }: Services<{ requests: 'readPerson' | 'tellMore' }>,
  { town, id }: Pick<RequestRecord, 'town' | 'id'>,
  words: string,
  of: 'description' | 'staffWords' = 'description',
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const person = await requests.findPerson(town, id);
    const before = person?.[of];
    if (!person || isIn(before ?? '', words) || !hasRoom(wordsOf(person), words)) return;
    const now = before === undefined ? words : `${before}\n${words}`;
    if (await requests.keepWords(town, id, of, { before, now })) return;
  }
  throw new DomainError('RequestBusy', `the words of request ${id} were written by others`, { request: id });
}

const isIn = (before: string, words: string): boolean => `\n${before}\n`.includes(`\n${words}\n`);

/** Whether there is room for more words: an item has its limits. */
export const hasRoom = (before: string, words: string): boolean =>
  before.length + words.length < LONGEST_WORDS;
