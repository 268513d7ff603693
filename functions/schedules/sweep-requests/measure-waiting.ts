import { measure, secondsBetween } from '../../../adapters/metrics.js';
import type { Services } from '../../../adapters/services.js';
import type { FUNCTION } from './function.js';

/** Says what still waits when the sweep is done: whether residents wait because of us. That nothing does is said too, or silence would look like it. */
export async function measureWaiting(
  { texts }: Services<typeof FUNCTION>,
  unstarted: readonly { readonly since: number }[],
  at: number,
): Promise<void> {
  const towns = [...(await texts.stored.undelivered()).values()];
  const oldest = (moments: readonly number[]): number => secondsBetween(Math.min(at, ...moments), at);
  measure(at, {
    OldestUndeliveredText: oldest(towns.flatMap(({ since }) => since ?? [])),
    UndeliveredTexts: towns.reduce((sum, { waiting }) => sum + waiting.length, 0),
    RefusedTexts: towns.reduce((sum, { refused }) => sum + refused.length, 0),
    OldestUnstartedRequest: oldest(unstarted.map(({ since }) => since)),
  });
}
