import { contactOfPhone } from '../../../adapters/contact.js';
import type { InHand } from '../../../adapters/inbound-store.js';
import { log } from '../../../adapters/log.js';
import type { Services } from '../../../adapters/services.js';
import { readWords } from '../../../domain/reading/read-words.js';
import { isFromHeap, isSentBefore, keepsWaiting } from '../../../domain/sms/text-order.js';
import type { Town } from '../../../domain/town/schema.js';
import type { IncomingText } from './sender.js';

type Effects = Services<{ items: 'inboundAndTown'; inbound: ['readTogether', 'remember'] }>;

/** What is known of a text before it is taken in hand. */
export interface KnownBefore {
  readonly town: Town;
  readonly standing: 'new' | 'begun' | 'done';
  /** Those of its sender that were taken in hand lately, this one too where it was. */
  readonly inHand: readonly InHand[];
}

/** More than anybody texts in a day; DynamoDB reads a hundred together. */
const LOOKED_AT = 90;

/**
 * Takes a text in hand, for the first time or again. `elsewhere`: another delivery has it. `waits`: an earlier one of its
 * sender is to be read first ("mended", then "not mended"), so that this one goes back to the queue. Who may be in danger is heard at once.
 */
export async function takeInHand(
  services: Effects,
  { town, standing, inHand }: KnownBefore,
  text: IncomingText,
): Promise<'first' | 'again' | 'elsewhere' | 'waits'> {
  const { id } = town.settings;
  const done = await actedOn(
    services,
    id,
    inHand.filter((one) => one.id !== text.id),
  );
  const broke = inHand.find((one) => one.id === text.id)?.broke ?? 0;
  const taken = await services.inbound.take(id, contactOfPhone(id, text.from), text, { done, broke });
  if (!taken) return 'elsewhere';
  const isFirst = taken.isFirst && standing === 'new';
  const isHeldUp = taken.others.some((one) => isSentBefore(one, text) && keepsWaiting(one, text.readAt));
  const mustWait = isHeldUp || (isFirst && isFromHeap(text));
  if (!mustWait || readWords(town, text.body).danger.level !== 'none') return isFirst ? 'first' : 'again';
  log('info', 'text waits for those before it', { town: id, inbound: text.id });
  return 'waits';
}

/** Those that were acted on by now. */
async function actedOn(
  { items, inbound }: Effects,
  town: string,
  texts: readonly InHand[],
): Promise<string[]> {
  if (texts.length === 0) return [];
  const looked = texts.slice(0, LOOKED_AT);
  const standings = await items.read(
    Object.fromEntries(looked.map(({ id }) => [id, inbound.readingStanding(town, id)])),
  );
  return looked.flatMap(({ id }) => (standings[id] === 'done' ? [id] : []));
}
