import type { HistoryEvent, HistoryPage } from '../../../contracts/console/executions.js';
import type { Client } from '../api/client.js';
import { withQuery } from '../api/query.js';

/**
 * The history of an execution of which a part may be known: asked for from its end, until a page reaches what is known. A
 * history is only ever added to, and can have 25,000 events.
 */
export async function wholeHistory(
  { get }: Pick<Client, 'get'>,
  path: string,
  known: readonly HistoryEvent[],
): Promise<readonly HistoryEvent[]> {
  const newest = known.at(-1)?.id ?? 0;
  const later: HistoryEvent[] = [];
  let cursor: string | undefined;
  do {
    const page: HistoryPage = await get(withQuery(`${path}/history`, { reverse: 'true', cursor }));
    const unknown = page.events.filter(({ id }) => id > newest);
    later.push(...unknown);
    cursor = unknown.length === page.events.length ? page.cursor : undefined;
  } while (cursor !== undefined);
  return [...known, ...later.toReversed()];
}
