import type { AskItem, RecordedAnswer } from '../../adapters/ask-store.js';
import type { Services } from '../../adapters/services.js';
import type { AskOption } from '../../domain/asks/ask-kinds.js';
import { admitAnswer, type Refused } from '../../domain/request/admit-answer.js';
import type { Rules } from '../../domain/request/decision.js';
import { tellStaff } from '../../domain/request/notices.js';
import { plannedAsk } from '../../domain/request/plan-ask.js';
import type { PlannedAsk, RequestRecord } from '../../domain/request/record.js';
import { loadRules } from './load-rules.js';
import { sendNotices } from './send-notices.js';
import { settleAll, settleAsk } from './settle-ask.js';

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
    await settleAsk(services, ask, ask.answer);
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
  await endSiblings(services, record, rules, planned, answer);
  return { kind: 'recorded', record };
}

/** A refusal, or a report that was joined, ends its stage: whoever else was asked for it is told it is over. */
async function endSiblings(
  services: Effects,
  record: RequestRecord,
  rules: Rules,
  ended: PlannedAsk,
  answer: PersonsAnswer,
): Promise<void> {
  if (ended.stage === undefined || (answer.option !== 'refuse' && answer.option !== 'same')) return;
  const siblings = new Map(
    record.asks
      .filter(({ stage, n }) => stage === ended.stage && n !== ended.n)
      .map((planned) => [planned.n, planned]),
  );
  const open = (await services.asks.ofRequest(record.town, record.id)).filter(
    (ask) => ask.state === 'open' && ask.waitsFor === undefined && siblings.has(ask.n),
  );
  await settleAll(services, open, 'superseded', answer.at);
  const notices = open.flatMap(({ n, code }) => {
    const to = siblings.get(n)?.to;
    return to?.who === 'staff' ? [tellStaff(record, rules, to.staff, 'told-superseded', { code })] : [];
  });
  await sendNotices(services, { record, rules, notices, purpose: `superseded:${ended.n}`, at: answer.at });
}
