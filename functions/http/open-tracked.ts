import type { Services } from '../../adapters/services.js';
import { readRequestId } from '../../domain/codes/request-id.js';
import type { RequestRecord } from '../../domain/request/record.js';
import type { HttpCall } from './http-handler.js';
import { Problem } from './problem.js';
import { sameText } from './same-text.js';
import { whichTownId } from './which-town.js';

/** The request of the path, if the key opens it. A wrong key and an unknown number are answered alike. */
export async function openTracked(
  services: Pick<Services, 'towns' | 'requests'>,
  { event }: HttpCall,
): Promise<RequestRecord> {
  const id = readRequestId(event.pathParameters?.['id'] ?? '');
  if (id === undefined) throw new Problem('not-found');
  const record = await services.requests.find(await whichTownId(services, event), id);
  if (!record || !sameText(record.trackingKey, event.queryStringParameters?.['key'] ?? ''))
    throw new Problem('not-found');
  return record;
}
