import type { AskItem, RecordedAnswer } from '../../adapters/ask-store.js';
import { staffOfContact } from '../../adapters/contact.js';
import type { Services } from '../../adapters/services.js';
import type { AskKind } from '../../domain/asks/ask-kinds.js';
import { tellStaff } from '../../domain/request/notices.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { loadRules } from './load-rules.js';
import { sendNotices } from './send-notices.js';
import { endAsk } from './settle-ask.js';

type Effects = Pick<Services, 'towns' | 'requests' | 'asks' | 'texts' | 'workflow'>;

/** Kinds that are asked for a programme's stage. */
const OF_A_STAGE: ReadonlySet<AskKind> = new Set([
  'application',
  'approval',
  'appointment',
  'report',
  'documents',
  'sign-off',
]);

/**
 * A refusal, or a report that was joined, ends its stage: whoever else was asked for it is told it is over. Done again it
 * ends and tells what was left: each text is keyed by its own ask.
 */
export async function endSiblings(
  services: Effects,
  record: RequestRecord,
  ended: Pick<AskItem, 'kind' | 'n'>,
  { option, at }: RecordedAnswer,
): Promise<void> {
  if (!OF_A_STAGE.has(ended.kind) || (option !== 'refuse' && option !== 'same')) return;
  const beside = await services.asks.ofRequest(record.town, record.id);
  const siblings = beside.filter((ask) => ask.n !== ended.n && isEndedAt(ask, at));
  if (siblings.length === 0) return;
  const rules = await loadRules(services, record);
  for (const ask of siblings) {
    if ((await endAsk(services, ask, 'superseded', at)) === 'answered-before') continue;
    const staff = staffOfContact(ask.contact);
    if (staff === undefined) continue;
    const notices = [tellStaff(record, rules, staff, 'told-superseded', { code: ask.code })];
    await sendNotices(services, { record, rules, notices, purpose: `superseded:${ask.n}`, at });
  }
}

/** Whether an ask of a stage was open when its stage ended: still open now, or ended by that before a crash. */
const isEndedAt = ({ kind, waitsFor, askedAt, until, answer }: AskItem, at: number): boolean =>
  OF_A_STAGE.has(kind) &&
  waitsFor === undefined &&
  askedAt <= at &&
  at < until &&
  (answer === undefined || answer.option === 'superseded');
