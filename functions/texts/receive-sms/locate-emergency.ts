import type { Services } from '../../../adapters/services.js';
import { locateByWords } from '../../../domain/request/remark.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { Town } from '../../../domain/town/schema.js';
import type { Said } from '../../use-cases/add-remark.js';
import { changeRequest } from '../../use-cases/change-request.js';
import { rulesIn } from '../../use-cases/load-rules.js';
import { sendNotices } from '../../use-cases/send-notices.js';
import { endAsk, type Settling } from '../../use-cases/settle-ask.js';

/**
 * The sender of an emergency said where it is: the record says so first, everybody who works on it is told, and the
 * duty desk need not find out any more. Undefined where the words name no place.
 */
export async function locateEmergency(
  services: Settling &
    Services<{
      requests: 'read';
      asks: 'list';
    }>,
  town: Town,
  { id }: RequestRecord,
  { words, at, key }: Said,
): Promise<RequestRecord | undefined> {
  const rules = await rulesIn(services, town, await services.requests.load(town.settings.id, id));
  const located = await changeRequest(services, town.settings.id, id, async (found) => {
    const result = locateByWords(found, rules, { words, at });
    return { record: result?.record, result };
  });
  if (!located) return undefined;
  const { record, notices } = located;
  await sendNotices(services, { record, rules, notices, purpose: `located:${key}`, at });
  for (const ask of await services.asks.ofRequest(record.town, record.id)) {
    if (ask.kind === 'placement' && ask.state === 'open') await endAsk(services, ask, 'superseded', at);
  }
  return record;
}
