import type { Services } from '../../adapters/services.js';
import type { CurrentTown } from '../../adapters/town-store.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { takeInRequest } from './take-in-request.js';

export type FloodDecision = 'hold' | 'release';

/**
 * The duty desk's decision about an origin. Held: everything that comes from it is held back, its dangers are told as
 * one. Released: its dangers are true, each goes out from now on, and of those held together one for each place; done
 * again it calls nobody twice. Undefined where there is no such origin.
 */
export async function decideFlood(
  services: Services<{ requests: 'read' | 'create'; workflow: 'startRequests'; floods: 'list' | 'decide' }>,
  current: CurrentTown,
  { origin, decision, at }: { origin: string; decision: FloodDecision; at: number },
): Promise<readonly RequestRecord[] | undefined> {
  const { id } = current.town.settings;
  const isKnown = await services.floods.decide(id, origin, decision === 'hold' ? 'held' : 'released', at);
  if (!isKnown) return undefined;
  if (decision === 'hold') return [];
  const called: RequestRecord[] = [];
  for (const { report } of await services.floods.places(id, origin))
    called.push(await takeInRequest(services, current, { ...report, at }));
  return called;
}
