import type { AskItem, AskOfContact } from '../../adapters/ask-store.js';
import { bytesOf, contactOfStaff } from '../../adapters/contact.js';
import type { Services } from '../../adapters/services.js';
import { askCode } from '../../domain/codes/ask-code.js';
import { askNotice } from '../../domain/request/ask-notice.js';
import { plannedAsk } from '../../domain/asks/plan-ask.js';
import type { PlannedAsk } from '../../domain/asks/planned-ask.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { loadRules } from './load-rules.js';
import { sendNotices } from './send-notices.js';
import { endAsk } from './settle-ask.js';

export interface AskPayload {
  readonly town: string;
  readonly request: string;
  readonly ask: number;
  readonly token: string;
  readonly at: number;
}

type Effects = Pick<Services, 'towns' | 'requests' | 'asks' | 'texts' | 'workflow'>;

/**
 * Puts one planned ask to its person: stores it with the token of the waiting task, then texts it. If the request was
 * withdrawn meanwhile, or the ask was answered before the workflow retried, the task is resolved at once.
 */
export async function putAsk(services: Effects, payload: AskPayload): Promise<void> {
  const record = await services.requests.load(payload.town, payload.request);
  const planned = plannedAsk(record, payload.ask);
  if (!planned) return endUnplanned(services, payload);
  const contact = contactOf(record, planned);
  const code = contact === undefined ? '' : await freeCode(services, payload, contact);
  const item: AskItem = {
    town: payload.town,
    request: payload.request,
    n: planned.n,
    code,
    kind: planned.kind,
    options: planned.options,
    until: planned.until,
    askedAt: planned.askedAt,
    state: 'open',
    contact,
    waitsFor: planned.to.who === 'request' ? planned.to.request : undefined,
    token: payload.token,
  };
  const stored = await services.asks.put(item);
  if (stored.answer) {
    await services.workflow.resolve(payload.token, { n: stored.n, option: stored.answer.option });
    return;
  }
  if (await endIfOver(services, stored, payload.at)) return;
  const rules = await loadRules(services, record);
  const notice = askNotice(record, rules, planned, code);
  if (!notice) return;
  await sendNotices(services, {
    record,
    rules,
    notices: [notice],
    purpose: `ask:${planned.n}`,
    at: payload.at,
  });
}

const contactOf = (record: RequestRecord, { to }: PlannedAsk): string | undefined => {
  switch (to.who) {
    case 'staff':
      return contactOfStaff(to.staff);
    case 'resident':
      return record.resident;
    case 'request':
      return undefined;
  }
};

/** An ask the record no longer plans (its coordination was begun anew): the task that waits is let go. */
async function endUnplanned({ asks, workflow }: Effects, payload: AskPayload): Promise<void> {
  const { town, request, ask: n, token, at } = payload;
  const answer = { option: 'superseded', by: 'system', at, key: `superseded:${request}:${n}` } as const;
  await asks.put({
    town,
    request,
    n,
    code: '',
    kind: 'report',
    options: [],
    until: at,
    askedAt: at,
    state: 'answered',
    token,
    answer,
  });
  await workflow.resolve(token, { n, option: answer.option });
}

/**
 * Looks again after the ask is stored: whoever withdraws, or closes the first report, lists the asks after writing, so
 * one of the two always sees the other.
 */
async function endIfOver(services: Effects, ask: AskItem, at: number): Promise<boolean> {
  const record = await services.requests.load(ask.town, ask.request);
  if (record.withdrawnAt !== undefined) {
    await endAsk(services, ask, 'withdrawn', at);
    return true;
  }
  if (ask.waitsFor === undefined) return false;
  const fate = fateOf(ask, await services.requests.find(ask.town, ask.waitsFor));
  if (fate === undefined) return false;
  await endAsk(services, ask, fate, at);
  return true;
}

/**
 * What becomes of a report that waits for a first one. What the first resident took back, the second did not, and two that
 * were each joined to the other would wait for ever: such a report is handled by itself.
 */
function fateOf(ask: AskItem, first: RequestRecord | undefined): 'closed' | 'superseded' | undefined {
  if (!first || first.closedAs === 'withdrawn' || first.joinedTo === ask.request) return 'superseded';
  return first.closedAs === undefined ? undefined : 'closed';
}

/** A code that names no other open ask of this person; it follows from the ask, so a retry finds the same one. */
async function freeCode({ asks }: Effects, payload: AskPayload, contact: string): Promise<string> {
  const others = (await asks.ofContact(payload.town, contact)).filter(
    (ask: AskOfContact) => ask.request !== payload.request || ask.n !== payload.ask,
  );
  const taken = new Set(others.map(({ code }) => code));
  for (let salt = 0; ; salt += 1) {
    const code = askCode(bytesOf(`${payload.town} ${payload.request} ${payload.ask} ${salt}`));
    if (!taken.has(code)) return code;
  }
}
