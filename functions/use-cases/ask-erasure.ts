import type { Services } from '../../adapters/services.js';
import { ownerOf } from '../../domain/request/owner-of.js';
import type { RequestRecord } from '../../domain/request/record.js';
import { languageOf, requestNumber, staffPhone } from '../../domain/request/words.js';
import { renderText } from '../../domain/texts/render-text.js';
import type { Town } from '../../domain/town/schema.js';
import { withdraw } from './withdraw.js';

type Effects = Parameters<typeof withdraw>[0] &
  Services<{ erasures: 'ask'; requests: 'readPerson'; texts: 'send' }>;

/**
 * A resident wants a request erased: that is kept first, its number is told, then what is open of it is withdrawn.
 * Nobody of the staff is asked; the sweep erases it within minutes, or once an emergency is over. Done again it changes
 * nothing.
 */
export async function askErasure(
  services: Effects,
  current: Town,
  record: RequestRecord,
  at: number,
): Promise<'soon' | 'when-over'> {
  const { town, id, resident: contact } = record;
  await services.erasures.ask(town, { request: id, contact }, at);
  await tellNumber(services, current, record, at);
  return (await withdraw(services, town, id, at)) === 'stays' ? 'when-over' : 'soon';
}

/** Whoever has the key may have filed it for somebody else, who is to know of it. */
async function tellNumber(
  { requests, texts }: Effects,
  town: Town,
  record: RequestRecord,
  at: number,
): Promise<void> {
  const to = (await requests.findPerson(record.town, record.id))?.phone;
  if (to === undefined) return;
  const phone = staffPhone(town, ownerOf(record, town)) ?? town.settings.sms.number;
  const values = { request: requestNumber(record), phone };
  const body = renderText(town, 'told-erasure', languageOf(town, 'resident', record), values, to);
  const purpose = `${record.id}/erasure`;
  await texts.send(town, { purpose, to, body, at, request: record.id, atOnce: 'reply' });
}
