import type { Services } from '../../../adapters/services.js';
import { positionOf } from '../../../domain/quota/quota.js';
import type { RequestRecord } from '../../../domain/request/record.js';

/** Where a request stands in line, while it waits for a place. */
export async function waitingPosition(
  { quotas }: Services<{ quotas: 'read' }>,
  record: RequestRecord,
): Promise<number | undefined> {
  const wait = record.asks.find(({ kind }) => kind === 'place');
  if (wait?.to.who !== 'quota') return undefined;
  return positionOf(await quotas.load(record.town, wait.to.programme), record.id);
}
