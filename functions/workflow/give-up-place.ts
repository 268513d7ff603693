import { freePlace } from '../../domain/quota/quota.js';
import { changeQuota, type ChangingQuota } from './change-quota.js';
import { loadRules } from '../use-cases/load-rules.js';

/** The place of a request that has no use for it goes to the next in line. */
export async function giveUpPlace(
  services: ChangingQuota,
  { town, request, at }: { town: string; request: string; at: number },
): Promise<void> {
  const record = await services.requests.load(town, request);
  const rules = await loadRules(services, record);
  const own = rules.programme?.places ? [rules.programme.id] : [];
  // Of the programmes that it was corrected out of it may have one yet.
  for (const programme of new Set([...(record.left ?? []), ...own]))
    await changeQuota(services, rules, programme, { request, at, by: `free:${request}` }, freePlace);
}
