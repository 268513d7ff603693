import type { Services } from '../../../adapters/services.js';
import type { RequestFacts } from '../../../domain/request/facts.js';
import type { Town } from '../../../domain/town/schema.js';

const DAY = 86_400_000;

/**
 * The facts of every request, of all grids and of none, that was received by `until` and can still have mattered since
 * `from`: the town says how far back that goes. Epoch milliseconds.
 */
export function requestsReceived(
  { history }: Services<{ history: 'readRequests' }>,
  { settings, grids }: Town,
  { from, until }: { readonly from: number; readonly until: number },
): Promise<RequestFacts[]> {
  const everywhere = [0, ...grids.map(({ number }) => number)];
  const received = { from: Math.max(0, from - settings.statistics.lookBackDays * DAY), to: until };
  return history.requests(settings.id, everywhere, received);
}
