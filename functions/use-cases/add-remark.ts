import type { Services } from '../../adapters/services.js';
import { isRemarked, remark, timelineHolds } from '../../domain/request/remark.js';
import type { RequestRecord } from '../../domain/request/record.js';
import type { Town } from '../../domain/town/schema.js';
import { changeRequest } from './change-request.js';
import { rulesIn } from './load-rules.js';
import { staffName } from '../../domain/request/words.js';
import { keepWords } from './keep-words.js';
import { sendNotices } from './send-notices.js';

export interface Said {
  readonly words: string;
  readonly at: number;
  /** The message that brought the words: the same again changes nothing. */
  readonly key: string;
  /** A staff id, where it is not the resident who says it. */
  readonly by?: string;
  /** Who wrote it is asked what it means: nobody is told, or it may yet become an answer, which then holds the words. */
  readonly unsure?: 'remark' | 'answer' | undefined;
}

export type Remarking = Services<{
  requests: 'read' | 'save' | 'readPerson' | 'tellMore';
  towns: 'readProgramme';
  texts: 'send';
}>;

/**
 * Keeps what is said about a request, whole with the words of its resident or of the staff, and in short in its
 * timeline, and tells whoever works on it. Done again it changes nothing.
 */
export async function addRemark(
  services: Remarking,
  town: Town,
  about: RequestRecord,
  { words, at, key, by = 'resident', unsure }: Said,
): Promise<void> {
  // First of all: whoever said it may be the only one who would be told.
  if (by === 'resident') await keepWords(services, about, words);
  else if (unsure !== 'answer' || !timelineHolds(about, words))
    await keepWords(services, about, saidBy(town, by, words), 'staffWords');
  const rules = await rulesIn(services, town, about);
  const { record, notices } = await changeRequest(services, town.settings.id, about.id, async (found) => {
    const result = remark(found, rules, {
      words,
      at,
      by,
      key,
      unsure: unsure && true,
    });
    return { record: isRemarked(found, key) ? undefined : result.record, result };
  });
  if (unsure === undefined)
    await sendNotices(services, { record, rules, notices, purpose: `remark:${key}`, at });
}

const saidBy = (town: Town, staff: string, words: string): string =>
  `${staffName(town, staff)}${town.settings.defaultLanguage === 'en' ? ': ' : '：'}${words}`;
