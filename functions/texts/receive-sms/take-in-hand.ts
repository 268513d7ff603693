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
/** So many that one sender texts in one moment, a long text in parts say, are waited for here; a crowd is no person's, and would keep others waiting. */
const FEW = 2;
/** Three seconds in all: longer than it takes to act on a text, and far shorter than a function may take. */
const LOOKS = 12;

/**
 * Takes a text in hand, for the first time or again. `elsewhere`: another delivery has it. `waits`: an earlier one of its
 * sender is to be read first ("mended", then "not mended"), so that this one goes back to the queue. Who may be in danger is heard at once.
 */
export async function takeInHand(
  services: Effects,
  { town, standing, inHand }: KnownBefore,
  text: IncomingText,
): Promise<'first' | 'again' | 'elsewhere' | 'waits'> {
  const { inbound } = services;
  const { id } = town.settings;
  const contact = contactOfPhone(id, text.from);
  const done = await actedOn(
    services,
    id,
    inHand.filter((one) => one.id !== text.id),
  );
  const broke = brokeBefore(inHand.find((one) => one.id === text.id));
  const taken = await inbound.take(id, contact, text, { done, broke });
  if (!taken) return 'elsewhere';
  const isFirst = taken.isFirst && standing === 'new';
  const ahead = taken.others.filter((one) => isSentBefore(one, text) && keepsWaiting(one, text.readAt));
  if (await isNext(services, town, { text, ahead, mayBeBehind: isFirst && isFromHeap(text) }))
    return isFirst ? 'first' : 'again';
  log('info', 'text waits for those before it', { town: id, inbound: text.id });
  await inbound.layBack(id, contact, text, { itself: false });
  return 'waits';
}

/** One that was neither laid back nor done ended its function: that is its own failure, too. */
const brokeBefore = (own: InHand | undefined): number => (own ? own.broke + (own.round > 0 ? 1 : 0) : 0);

async function isNext(
  services: Effects,
  town: Town,
  {
    text,
    ahead,
    mayBeBehind,
  }: { readonly text: IncomingText; readonly ahead: readonly InHand[]; readonly mayBeBehind: boolean },
): Promise<boolean> {
  if (!mayBeBehind && ahead.length === 0) return true;
  if (readWords(town, text.body).danger.level !== 'none') return true;
  return !mayBeBehind && (await areSoonDone(services, town.settings.id, ahead));
}

/** Those that are in work are mostly done in some tenths of a second, and whoever texts twice at once is answered twice at once. */
async function areSoonDone(services: Effects, town: string, ahead: readonly InHand[]): Promise<boolean> {
  if (ahead.length > FEW || ahead.some(({ round }) => round === 0)) return false;
  for (let look = 0; look < LOOKS; look += 1) {
    const done = await actedOn(services, town, ahead);
    if (done.length === ahead.length) return true;
    await services.inbound.moment();
  }
  return false;
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
