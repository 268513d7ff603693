import type { Services } from '../../adapters/services.js';
import { freePlace } from '../../domain/quota/quota.js';
import { changeQuota } from './change-quota.js';
import { loadRules } from '../use-cases/load-rules.js';

type Effects = Services<{
  requests: 'read' | 'readPerson';
  asks: 'list' | 'answer';
  towns: 'read';
  texts: 'send';
  workflow: 'passPlacesOn';
  quotas: 'read' | 'save';
}>;

/** The place of a request that has no use for it goes to the next in line. */
export async function giveUpPlace(
  services: Effects,
  { town, request, at }: { town: string; request: string; at: number },
): Promise<void> {
  const record = await services.requests.load(town, request);
  const rules = await loadRules(services, record);
  if (!rules.programme) return;
  await changeQuota(services, rules, rules.programme.id, { request, at, by: `free:${request}` }, freePlace);
}
