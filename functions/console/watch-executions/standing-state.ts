import type { ExecutionRow, HistoryEvent } from '../../../contracts/console/executions.js';

/**
 * The state that an execution stands in, and since when, by its latest events, the latest first: that which was entered
 * last and not left since. Undefined where these events do not tell.
 */
export function standingState(latestFirst: readonly HistoryEvent[]): ExecutionRow['standing'] {
  const left = new Map<string, number>();
  for (const { stateEnteredEventDetails, stateExitedEventDetails, timestamp } of latestFirst) {
    const { name: exited } = stateExitedEventDetails ?? {};
    if (exited !== undefined) left.set(exited, (left.get(exited) ?? 0) + 1);
    const { name: entered } = stateEnteredEventDetails ?? {};
    if (entered === undefined) continue;
    const times = left.get(entered) ?? 0;
    if (times === 0) return { state: entered, since: timestamp };
    left.set(entered, times - 1);
  }
  return undefined;
}
