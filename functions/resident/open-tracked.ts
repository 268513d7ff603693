import type { Services } from '../../adapters/services.js';
import { readRequestId } from '../../domain/codes/request-id.js';
import type { RequestRecord } from '../../domain/request/record.js';
import type { HttpCall } from '../http/http-handler.js';
import { Problem } from '../http/problem.js';
import { sameText } from '../http/same-text.js';
import { whichTownId } from '../http/which-town.js';

/** The request of the path, if the key opens it. A wrong key and an unknown number are answered alike. */
export async function openTracked(
  services: Services<{ requests: 'read'; towns: 'find' }>,
  { event, params }: HttpCall & { readonly params: { readonly id: string } },
): Promise<RequestRecord> {
  const key = event.queryStringParameters?.['key'] ?? '';
  const record = await findTracked(services, await whichTownId(services, event), { number: params.id, key });
  if (!record) throw new Problem('not-found');
  return record;
}

/** The town's request of this number, if the key opens it. */
export async function findTracked(
  { requests }: Services<{ requests: 'read' }>,
  town: string,
  { number, key }: { readonly number: string; readonly key: string },
): Promise<RequestRecord | undefined> {
  const id = readRequestId(number);
  const record = id === undefined ? undefined : await requests.find(town, id);
  return record && sameText(record.trackingKey, key) ? record : undefined;
}
