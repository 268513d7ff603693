import type { Services } from '../../adapters/services.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { withdraw } from './withdraw.js';

type Effects = Parameters<typeof withdraw>[0] & Services<{ erasures: 'ask' }>;

/**
 * A resident wants a request erased: that is kept first, then what is open of it is withdrawn. Nobody of the staff is asked; the sweep erases it within
 * minutes, or once an emergency is over. Done again it changes nothing.
 */
export async function askErasure(
  services: Effects,
  { town, id, resident: contact }: Pick<RequestRecord, 'town' | 'id' | 'resident'>,
  at: number,
): Promise<'soon' | 'when-over'> {
  await services.erasures.ask(town, { request: id, contact }, at);
  return (await withdraw(services, town, id, at)) === 'stays' ? 'when-over' : 'soon';
}
