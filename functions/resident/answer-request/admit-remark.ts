import type { Services } from '../../../adapters/services.js';
import { joined } from '../../../contracts/pages/join-words.js';
import { wordsOf } from '../../../domain/access/known-resident.js';
import { localTime } from '../../../domain/calendar/local-time.js';
import { ownerOf } from '../../../domain/request/owner-of.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { staffPhone } from '../../../domain/request/words.js';
import type { Town } from '../../../domain/town/schema.js';
import type { Language } from '../../../domain/words/language.js';
import type { HttpCall } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { hasRoom } from '../../use-cases/keep-words.js';

interface CallInstead {
  /** When more may be added; absent where there is no more room. */
  readonly time?: string;
  readonly phone: string;
  readonly numbers: string;
}

const FULL: Readonly<Record<Language, (instead: CallInstead) => string>> = {
  'zh-CN': ({ time, phone, numbers }) =>
    `这件事补充得太多，这一条没有登记。请${time === undefined ? '' : `${time}后再补充，或者`}直接打电话${phone}。有危险请马上拨打${numbers}。`,
  en: ({ time, phone, numbers }) =>
    `So much was added to this request that this was not stored. Please ${time === undefined ? '' : `add it after ${time}, or `}call ${phone}. In danger, call ${numbers} now.`,
};

/** Counts additions to a request, from however many addresses, and refuses one beyond the town's limit. */
export async function admitRemark(
  { requests, callers }: Services<{ requests: 'readPerson'; callers: 'count' }>,
  town: Town,
  record: RequestRecord,
  { words, call }: { words: string; call: HttpCall },
): Promise<void> {
  const { settings } = town;
  const { language, at } = call;
  const phone = staffPhone(town, ownerOf(record, town)) ?? settings.sms.number;
  const numbers = joined(settings.emergencyNumbers, language, 'disjunction');
  const person = await requests.findPerson(record.town, record.id);
  if (person && !hasRoom(wordsOf(person), words))
    throw new Problem('too-many', [], undefined, { detail: FULL[language]({ phone, numbers }) });
  const counted = { caller: record.id, act: 'remarks', limit: settings.callers.remarks };
  const full = await callers.count(settings, counted, at);
  if (!full) return;
  const time = localTime(full.retryAt, settings.timeZone);
  throw new Problem('too-many', [], undefined, {
    detail: FULL[language]({ time, phone, numbers }),
    retryAfter: Math.max(1, Math.ceil((full.retryAt - at) / 1000)),
  });
}
