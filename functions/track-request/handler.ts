import type { Services } from '../../adapters/services.js';
import { positionOf } from '../../domain/quota/quota.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { requestView } from '../../domain/request/request-view.js';
import { httpHandler, json } from '../http/http-handler.js';
import { openTracked } from '../http/open-tracked.js';
import { loadRules } from '../use-cases/load-rules.js';

type Stores = Pick<Services, 'towns' | 'requests' | 'quotas'>;

/** `GET /requests/{id}?key=`: what the resident sees of a request. */
export const createTrackRequest = (services: Stores) =>
  httpHandler('track-request', async (call) => {
    const record = await openTracked(services, call);
    const [rules, position] = await Promise.all([
      loadRules(services, record),
      waitingPosition(services, record),
    ]);
    return json(200, requestView(record, rules, call.language, position));
  });

/** Where it stands in line, while it waits for a place. */
async function waitingPosition({ quotas }: Stores, record: RequestRecord): Promise<number | undefined> {
  const wait = record.asks.find(({ kind }) => kind === 'place');
  if (wait?.to.who !== 'quota') return undefined;
  return positionOf(await quotas.load(record.town, wait.to.programme), record.id);
}
