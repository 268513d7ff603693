import type { AskItem } from '../../../adapters/ask-store.js';
import { contactOfStaff } from '../../../adapters/contact.js';
import { measure } from '../../../adapters/metrics.js';
import type { Services } from '../../../adapters/services.js';
import { isInSummary } from '../../../domain/asks/remind.js';
import type { Rules } from '../../../domain/request/decision.js';
import { askNotice } from '../../../domain/request/ask-notice.js';
import { plannedAsk } from '../../../domain/asks/plan-ask.js';
import { isPutLate } from '../../../domain/asks/put-late.js';
import type { PlannedAsk } from '../../../domain/asks/planned-ask.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { isUrgent } from '../../../domain/request/is-urgent.js';
import { putLate } from '../../../domain/request/put-late.js';
import { whyAtOnce } from '../../../domain/request/urgency.js';
import { hasFailedSinceWithdrawn } from '../../../domain/request/withdraw-request.js';
import { isStepOver } from '../../../domain/request/is-step-over.js';
import { hasPlace } from '../../../domain/quota/quota.js';
import { changeRequest } from '../../use-cases/change-request.js';
import { endSiblings } from '../../use-cases/end-siblings.js';
import { sendAskLink } from '../../use-cases/ask-link.js';
import { rulesIn } from '../../use-cases/load-rules.js';
import { sendNotices } from '../../use-cases/send-notices.js';
import {
  type AnsweredAsk,
  applyAnswer,
  endAsk,
  REOPENED,
  type Settling,
} from '../../use-cases/settle-ask.js';
import { endUnplanned, heardBy, storeAsk } from './store-ask.js';

export interface AskPayload {
  readonly town: string;
  readonly request: string;
  readonly ask: number;
  readonly token: string;
  readonly at: number;
  readonly now?: number | undefined;
  readonly contract: 1 | 2;
  readonly step?: boolean | undefined;
}

type Effects = Settling &
  Services<{
    requests: 'read';
    asks: 'list' | 'findOfPerson' | 'put';
    towns: 'read';
    linkKeys: 'sign';
    quotas: 'read';
  }>;

/**
 * Puts one planned ask to its person: stores it with the token of the waiting task, then texts it. If the request was
 * withdrawn meanwhile, or the ask was answered before the workflow retried, the task is resolved at once.
 */
export async function putAsk(services: Effects, payload: AskPayload): Promise<void> {
  const { town, request: subject, token } = payload;
  const record = await inTime(services, await services.requests.load(town, subject), payload);
  const planned = plannedAsk(record, payload.ask);
  const at = planned?.late ? planned.askedAt : payload.at;
  const place = { town, of: 'request', subject, token, ...heardBy(payload.contract) } as const;
  if (!planned) {
    const ended = await endUnplanned(services, place, payload.ask, at);
    return letGo(services, payload, { ...ended, ...place });
  }
  const stored = await storeAsk(services, { ...place, planned, contact: contactOf(record, planned) });
  if (stored.answer) {
    await applyAnswer(services, { ...stored, ...place, answer: stored.answer });
    return endSiblings(services, record, stored, stored.answer);
  }
  if (planned.kind === 'attention') measure(at, { AttentionAsked: 1 });
  // Looks again after the ask is stored: whoever withdraws, or closes the first report, lists the asks after writing, so one of
  // the two always sees the other.
  const { now, current, person } = await services.items.read({
    now: services.requests.reading(town, subject),
    current: services.towns.reading(town),
    person: services.requests.readingPerson(town, subject),
  });
  if (await endIfOver(services, now, stored, planned, at)) return;
  const rules = await rulesIn(services, current.town, record);
  const notice = planned.quiet ? undefined : askNotice(record, rules, planned, stored.code);
  if (!notice) return;
  const ask = { n: planned.n, daily: isDaily(record, rules, planned) };
  await sendNotices(services, { record, rules, person, notices: [notice], purpose: `ask:${ask.n}`, at, ask });
  if (!ask.daily)
    await sendAskLink(services, rules.town, stored, {
      at,
      atOnce: whyAtOnce(record, notice.text, rules, at),
    });
}

/** With more time for whoever is asked, where the ask is put only now, long after it was planned. One that was put stays as it is. */
async function inTime(
  services: Effects,
  record: RequestRecord,
  { town, request, ask: n, at, now = at }: AskPayload,
): Promise<RequestRecord> {
  const planned = plannedAsk(record, n);
  if (!planned || !isPutLate(planned, now)) return record;
  if (await services.asks.find({ town, of: 'request', subject: request, n, waitsFor: undefined }))
    return record;
  const { town: current } = await services.towns.load(town);
  return changeRequest(services, town, request, async (found) => {
    const late = putLate(found, await rulesIn(services, current, found), n, now);
    return { record: late === found ? undefined : late, result: late };
  });
}

/** Nobody is asked: the task that waits hears what followed when it was answered, or that its work was begun anew. */
async function letGo(services: Effects, payload: AskPayload, ended: AnsweredAsk): Promise<void> {
  const { contract, token, step } = payload;
  if (await applyAnswer(services, ended)) return;
  if (contract === 1) await services.workflow.resolve(token, { n: ended.n, option: ended.answer.option });
  else if (step) await services.workflow.resolve(token, { to: 'finished' });
  else await services.workflow.fail(token, REOPENED);
}

/** An emergency is never put off until the evening. */
const isDaily = (record: RequestRecord, { town }: Rules, planned: PlannedAsk): boolean =>
  !isUrgent(record) && isInSummary(planned, town.settings);

const contactOf = (record: RequestRecord, { to }: PlannedAsk): string | undefined => {
  switch (to.who) {
    case 'staff':
      return contactOfStaff(to.staff);
    case 'resident':
      return record.resident;
    case 'request':
    case 'quota':
      return undefined;
  }
};

async function endIfOver(
  services: Effects,
  record: RequestRecord,
  ask: AskItem,
  planned: PlannedAsk,
  at: number,
): Promise<boolean> {
  const { withdrawnAt } = record;
  const { to } = planned;
  if (plannedAsk(record, planned.n)?.corrected) {
    await endAsk(services, ask, 'corrected', at);
    return true;
  }
  if (isStepOver(record, planned)) {
    await endAsk(services, ask, 'superseded', at);
    return true;
  }
  if (withdrawnAt !== undefined) {
    // Its closing failed, and would fail again at once: this is for a person to see.
    if (planned.kind === 'attention' && hasFailedSinceWithdrawn(record)) return false;
    await endAsk(services, ask, 'withdrawn', at);
    return true;
  }
  if (to.who === 'quota') return endIfGiven(services, ask, to.programme, at);
  if (ask.waitsFor === undefined) return false;
  const fate = fateOf(ask, await services.requests.find(ask.town, ask.waitsFor));
  if (fate === undefined) return false;
  await endAsk(services, ask, fate, at);
  return true;
}

/** Whoever gives a place away writes the list first, and looks for who waits second. */
async function endIfGiven(services: Effects, ask: AskItem, programme: string, at: number): Promise<boolean> {
  if (!hasPlace(await services.quotas.load(ask.town, programme), ask.subject)) return false;
  await endAsk(services, ask, 'closed', at);
  return true;
}

/**
 * What becomes of a report that waits for a first one. What the first resident took back, the second did not, and two that
 * were each joined to the other would wait for ever: such a report is handled by itself.
 */
function fateOf(ask: AskItem, first: RequestRecord | undefined): 'closed' | 'superseded' | undefined {
  if (!first || first.closedAs === 'withdrawn' || first.joinedTo === ask.subject) return 'superseded';
  return first.closedAs === undefined ? undefined : 'closed';
}
