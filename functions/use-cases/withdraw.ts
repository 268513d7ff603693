import type { Services } from '../../adapters/services.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { mustStay, withdrawalNotices, withdrawRequest } from '../../domain/request/withdraw-request.js';
import { changeRequest } from './change-request.js';
import { loadRules } from './load-rules.js';
import { sendNotices } from './send-notices.js';
import { isUnsettled, settleAll, type Settling } from './settle-ask.js';

type Effects = Settling &
  Services<{
    requests: 'read';
    asks: 'list';
    towns: 'read';
  }>;

/**
 * Takes a request back: the record says so first, then every open ask is ended, and the workflow closes it. Done
 * again it changes nothing and ends what was left open. `over` when it was closed before; an emergency `stays`.
 */
export async function withdraw(
  services: Effects,
  town: string,
  request: string,
  at: number,
): Promise<'withdrawn' | 'over' | 'stays'> {
  const record = await changeRequest(services, town, request, async (found) => {
    if (mustStay(found)) return { record: undefined, result: found };
    const withdrawn = withdrawRequest(found, at);
    return { record: withdrawn, result: withdrawn ?? found };
  });
  if (mustStay(record)) return 'stays';
  if (record.closedAs !== undefined) return record.closedAs === 'withdrawn' ? 'withdrawn' : 'over';
  const rules = await loadRules(services, record);
  await sendNotices(services, {
    record,
    rules,
    notices: withdrawalNotices(record, rules),
    purpose: 'withdrawn',
    at,
  });
  await settleAll(services, await openAsks(services, record), 'withdrawn', at);
  return 'withdrawn';
}

/** The asks of this request that are to be ended; where it waits for a first report, that one too. */
async function openAsks({ asks }: Effects, record: RequestRecord) {
  const own = await asks.ofRequest(record.town, record.id);
  const waiting = record.joinedTo === undefined ? [] : await asks.ofRequest(record.town, record.joinedTo);
  return [...own, ...waiting].filter((ask) => ask.subject === record.id && isUnsettled(ask));
}
