import type { Services } from '../../../adapters/services.js';
import { type RequestFacts, factsOf } from '../../../domain/request/facts.js';
import { isLongSilent, stillAtWork } from '../../../domain/request/long-silence.js';
import type { Town } from '../../../domain/town/schema.js';
import { changeRequest } from '../../use-cases/change-request.js';
import { rulesIn } from '../../use-cases/load-rules.js';
import { sendNotices } from '../../use-cases/send-notices.js';

type Effects = Services<{ requests: 'read' | 'save' | 'readPerson'; towns: 'readProgramme'; texts: 'send' }>;

/**
 * Tells the residents of these requests how it stands, who have heard nothing for too long; the record remembers it
 * last, so that what was broken off is taken up by the next run and nobody is told twice.
 */
export async function tellWaiting(
  services: Effects,
  requests: readonly RequestFacts[],
  { town, date, at }: { town: Town; date: string; at: number },
): Promise<void> {
  for (const { id } of requests) {
    const record = await services.requests.load(town.settings.id, id);
    // The index may be a moment behind the record.
    if (!isLongSilent(factsOf(record), town.settings, at)) continue;
    const rules = await rulesIn(services, town, record);
    const notices = [stillAtWork(record, rules)];
    await sendNotices(services, { record, rules, notices, purpose: `still:${date}`, at });
    await changeRequest(services, record.town, id, async (found) => ({
      record: { ...found, toldAt: at },
      result: undefined,
    }));
  }
}
