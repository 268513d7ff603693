import { type HistoryEvent, type HistoryPage, historyRoute } from '../../../contracts/console/executions.js';
import type { Client } from '../api/client.js';

/**
 * The history of an execution of which a part may be known: asked for from its end, until a page reaches what is known.
 * A history is only ever added to, and can have 25,000 events.
 */
export async function wholeHistory(
  { call }: Pick<Client, 'call'>,
  params: { readonly machine: string; readonly name: string },
  known: readonly HistoryEvent[],
): Promise<readonly HistoryEvent[]> {
  const newest = known.at(-1)?.id ?? 0;
  const later: HistoryEvent[] = [];
  let cursor: HistoryPage['cursor'];
  do {
    const page = await call(historyRoute, { params, query: { reverse: 'true', cursor } });
    const unknown = page.events.filter(({ id }) => id > newest);
    later.push(...unknown);
    cursor = unknown.length === page.events.length ? page.cursor : undefined;
  } while (cursor !== undefined);
  return [...known, ...later.toReversed()];
}
