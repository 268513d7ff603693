import type { Reading } from '../../../domain/reading/read-words.js';
import type { Received } from './reply-to.js';
import { type Acting, remarkOn, takeWords } from './take-words.js';
import type { Reply, SendersAsk } from './sender.js';

/**
 * Somebody is or may be in danger. Whoever of the staff works on an emergency speaks of that one, unless they name
 * another place; everybody else's words are read as any resident's, and open an emergency unless they go on about one
 * of theirs.
 */
export async function takeDanger(
  services: Acting,
  received: Received,
  { words, reading }: { words: string; reading: Reading },
): Promise<Reply> {
  const working = await emergencyWorkedOn(services, received, reading);
  return working
    ? remarkOn(services, received, working, words)
    : takeWords(services, received, { words, reading });
}

/** The one emergency about which the sender, of the staff, is asked, and whose place the words do not contradict. */
async function emergencyWorkedOn({ requests }: Acting, { sender, current }: Received, { place }: Reading) {
  if (!sender.staff) return undefined;
  const isOpen = ({ state, of }: SendersAsk) => state === 'open' && of === 'request';
  const subjects = new Set(sender.asks.filter(isOpen).map(({ subject }) => subject));
  const town = current.town.settings.id;
  const records = await Promise.all([...subjects].map((id) => requests.load(town, id)));
  return records.find(
    ({ path, village }) =>
      path === 'emergency' &&
      (place.village === undefined || village === undefined || place.village === village),
  );
}
