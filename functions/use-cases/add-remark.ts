import type { Services } from '../../adapters/services.js';
import { keptWords, remark } from '../../domain/request/remark.js';
import type { RequestRecord } from '../../domain/request/record.js';
import type { Town } from '../../domain/town/schema.js';
import { changeRequest } from './change-request.js';
import { rulesIn } from './load-rules.js';
import { sendNotices } from './send-notices.js';
import { entriesOf } from '../../domain/request/timeline.js';

export interface Said {
  readonly words: string;
  readonly at: number;
  /** What brought the words: the same again changes nothing. */
  readonly key: string;
  /** A staff id, where it is not the resident who says it. */
  readonly by?: string;
}

/** Keeps what a resident says about a request of theirs, and tells whoever works on it. Done again it changes nothing. */
export async function addRemark(
  services: Services<{ requests: 'read' | 'save' | 'readPerson'; towns: 'readProgramme'; texts: 'send' }>,
  town: Town,
  about: RequestRecord,
  { words, at, key, by = 'resident' }: Said,
): Promise<void> {
  const rules = await rulesIn(services, town, about);
  const { record, notices } = await changeRequest(services, town.settings.id, about.id, async (found) => {
    const result = remark(found, rules, { words, at, by });
    const kept = keptWords(words);
    const isKept = entriesOf(found, 'remark').some((before) => before.at === at && before.note === kept);
    return { record: isKept ? undefined : result.record, result };
  });
  await sendNotices(services, { record, rules, notices, purpose: `remark:${key}`, at });
}
