import type { Services } from '../../../adapters/services.js';
import { localDate } from '../../../domain/calendar/local-time.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

/** A text that asks for nothing is answered kindly, once a day; a member of the staff is shown what they can text. */
export async function takeNothing(
  { inbound }: Services<{ inbound: 'remember' }>,
  { current, sender, text }: Received,
): Promise<Reply | undefined> {
  if (sender.staff) return { text: 'reply-help', values: {} };
  const { id, timeZone } = current.town.settings;
  const isFirst = await inbound.greet(id, sender.contact, {
    day: localDate(text.at, timeZone),
    by: text.id,
    at: text.at,
  });
  return isFirst ? { text: 'reply-nothing', values: {} } : undefined;
}
