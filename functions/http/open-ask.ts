import type { AskItem } from '../../adapters/ask-store.js';
import { staffOfContact } from '../../adapters/contact.js';
import type { Services } from '../../adapters/services.js';
import { signAsk } from '../use-cases/ask-link.js';
import type { HttpCall } from './http-handler.js';
import { Problem } from './problem.js';
import { sameText } from './same-text.js';
import { askRoute } from '../../contracts/staff/ask.js';
import { whichTownId } from './which-town.js';
import type { CallOf } from './route-handler.js';

/** A call by the link of an ask. */
export type AskCall = HttpCall & Pick<CallOf<typeof askRoute>, 'query' | 'params'>;

/** An ask that a link opened, and the member of staff whose link it is. */
export interface OpenedAsk {
  readonly ask: AskItem;
  readonly staff: string;
}

/**
 * The ask of the path, if the signature opens it. A wrong signature, an unknown number and an ask of a resident are
 * answered alike; only who holds the link learns that its time is over.
 *
 * @param of what it may be put for: whoever looks for no other needs to read no other.
 */
export async function openAsk(
  services: Services<{ asks: 'find'; towns: 'find'; linkKeys: 'check' }>,
  call: AskCall,
  of: readonly AskItem['of'][] = ['request', 'task'],
): Promise<OpenedAsk> {
  const { sig, as } = call.query();
  const town = await whichTownId(services, call.event);
  const keys = await services.linkKeys.accepted(town, call.at);
  const asks = keys.length === 0 ? [] : await candidates(services, { town, of }, call.params.id);
  const ask = asks.find((one) => keys.some((key) => sameText(sig, signAsk(key, one, as))));
  const addressee = staffOfContact(ask?.contact);
  const staff = addressee && (as ?? addressee);
  if (!ask || staff === undefined) throw new Problem('not-found');
  // An answer that came in time may be sent again after it, by a phone that did not hear that it had come.
  const isAgain = call.event.routeKey.startsWith('POST ') && ask.answer?.by === staff;
  if (call.at >= ask.until && !isAgain) throw new Problem('link-expired');
  return { ask, staff };
}

/** The number does not say whether it is a request's or a task's. */
async function candidates(
  { asks }: Services<{ asks: 'find' }>,
  { town, of }: { readonly town: string; readonly of: readonly AskItem['of'][] },
  id: string,
): Promise<readonly AskItem[]> {
  const [, subject, n] = /^([0-9A-Z]{8})-(\d{1,4})$/.exec(id) ?? [];
  if (subject === undefined) return [];
  const found = await Promise.all(of.map((kind) => asks.find({ town, of: kind, subject, n: Number(n) })));
  return found.flatMap((ask) => ask ?? []);
}
