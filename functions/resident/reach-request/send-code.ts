import { contactOfPhone } from '../../../adapters/contact.js';
import type { Services } from '../../../adapters/services.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { Town } from '../../../domain/town/schema.js';
import { callerAddress } from '../../http/caller-address.js';
import { limitAddress } from '../../http/caller-limits.js';
import type { HttpCall } from '../../http/http-handler.js';
import { signInOrigin } from '../../http/staff-session.js';

/** The number and the phone of somebody who wants to see a request. */
export interface Pair {
  readonly number: string;
  /** E.164. */
  readonly phone: string;
}

/** The request of this number, if this is the phone of its resident. */
export async function requestOf(
  { requests }: Services<{ requests: 'read' }>,
  town: string,
  { number, phone }: Pair,
): Promise<RequestRecord | undefined> {
  const id = readRequestId(number);
  const record = id === undefined ? undefined : await requests.find(town, id);
  return record?.resident === contactOfPhone(town, phone) ? record : undefined;
}

/** Has a code texted to the phone, where it is that of the request; answers where it was asked for. */
export async function sendCode(
  services: Services<{ requests: 'read'; callers: 'count'; linkKeys: 'sign'; signInTopic: 'publish' }>,
  town: Town,
  call: HttpCall,
  pair: Pair,
): Promise<string> {
  const { id, callers } = town.settings;
  await limitAddress(services, town, call, { act: 'tracking-codes', limit: callers.codes });
  const key = await services.linkKeys.findOrMake(id);
  const origin = signInOrigin(key, id, pair.phone, callerAddress(call.event, callers));
  const record = await requestOf(services, id, pair);
  await services.signInTopic.publish({
    town: id,
    staff: '',
    request: record?.id ?? '',
    origin,
    at: call.at,
  });
  return origin;
}
