import type { Services } from '../../../adapters/services.js';
import { showRequestId } from '../../../domain/codes/request-id.js';
import type { Match } from '../../../domain/sms/match.js';
import { noteGoing } from './note-going.js';
import { guideTo } from './digits-of.js';
import type { Received } from './reply-to.js';
import type { Reply, SendersAsk } from './sender.js';

type Going = Extract<Match<SendersAsk>, { kind: 'going' }>;

/** Somebody asked is on the way, or there: their request shows it, and the ask stays open for the outcome. */
export async function takeGoing(
  services: Services<{ requests: 'read' | 'save'; asks: 'find' }>,
  { sender, text }: Received,
  { ask, far, note }: Going,
): Promise<Reply> {
  const by = sender.staff?.id ?? 'resident';
  await noteGoing(services, ask.town, ask.subject, { far, by, note, at: text.at });
  const list = await guideTo(services, ask, sender.language);
  return { text: 'reply-going', values: { code: ask.code, request: showRequestId(ask.subject), list } };
}
