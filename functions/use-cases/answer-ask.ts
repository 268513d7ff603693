import type { AskItem, RecordedAnswer } from '../../adapters/ask-store.js';
import { staffOfContact } from '../../adapters/contact.js';
import type { Services } from '../../adapters/services.js';
import type { AskKind, AskOption } from '../../domain/asks/ask-kinds.js';
import { admitAnswer, type Refused } from '../../domain/request/admit-answer.js';
import { tellStaff } from '../../domain/request/notices.js';
import { plannedAsk } from '../../domain/asks/plan-ask.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { loadRules } from './load-rules.js';
import { sendNotices } from './send-notices.js';
import { endAsk, settleAsk } from './settle-ask.js';

export type Answered =
  | { readonly kind: 'recorded' | 'late' | 'answered-before'; readonly record: RequestRecord }
  | { readonly kind: 'refused'; readonly record: RequestRecord; readonly reply: Refused['reply'] };

export interface PersonsAnswer extends RecordedAnswer {
  readonly option: AskOption;
}

type Effects = Pick<Services, 'towns' | 'requests' | 'asks' | 'texts' | 'workflow'>;

/** A person's answer to an ask, whichever way it came: checked against the request, recorded once, and the workflow told. */
export async function answerAsk(services: Effects, ask: AskItem, answer: PersonsAnswer): Promise<Answered> {
  const record = await services.requests.load(ask.town, ask.request);
  // The same message delivered again: what was left undone is done, and the answer is the same.
  if (ask.answer?.key === answer.key) {
    await finishAnswer(services, record, ask, ask.answer);
    return { kind: 'recorded', record };
  }
  if (ask.answer) return { kind: 'answered-before', record };
  const planned = plannedAsk(record, ask.n);
  if (!planned || answer.at >= ask.until) return { kind: 'late', record };
  const rules = await loadRules(services, record);
  const admitted = admitAnswer(record, rules, planned, answer.option, answer.note);
  if (!admitted.admitted) return { kind: 'refused', record, reply: admitted.reply };
  const settled = await settleAsk(services, ask, answer);
  if (settled !== 'taken') return { kind: settled, record };
  await endSiblings(services, record, ask, answer);
  return { kind: 'recorded', record };
}

/** Does what may have been left undone of an answer that was recorded: a message delivered again, after a crash. */
export async function finishAnswer(
  services: Effects,
  record: RequestRecord,
  ask: AskItem,
  answer: RecordedAnswer,
): Promise<void> {
  await settleAsk(services, ask, answer);
  await endSiblings(services, record, ask, answer);
}

/** Kinds that are asked for a programme's stage. */
const OF_A_STAGE: ReadonlySet<AskKind> = new Set(['application', 'approval', 'appointment', 'report']);

/**
 * A refusal, or a report that was joined, ends its stage: whoever else was asked for it is told it is over. Done again it
 * ends and tells what was left: each text is keyed by its own ask.
 */
async function endSiblings(
  services: Effects,
  record: RequestRecord,
  ended: AskItem,
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
