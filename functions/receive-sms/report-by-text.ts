import type { Services } from '../../adapters/services.js';
import { findPhone } from '../../domain/contact/phone.js';
import { showRequestId } from '../../domain/codes/request-id.js';
import type { Person } from '../../domain/request/record.js';
import { readPlace } from '../../domain/sms/read-place.js';
import { takeInRequest } from '../use-cases/take-in-request.js';
import type { Received } from './reply-to.js';
import type { Reply } from './sender.js';

/**
 * A text that is a request: place and category are read from its words as far as they name them, and the rest is for a
 * person. Filed on behalf of a resident, the resident is the one whose number the words hold.
 */
export async function reportByText(
  services: Pick<Services, 'requests' | 'workflow'>,
  { current, sender, text }: Received,
  { words, onBehalf = false }: { words: string; onBehalf?: boolean },
): Promise<Reply> {
  const filer = { name: sender.staff?.name, phone: text.from };
  const resident = onBehalf ? findPhone(words, current.town.settings) : undefined;
  const person: Person = {
    phone: resident ?? text.from,
    ...(onBehalf ? { filedBy: filer } : {}),
    description: words,
  };
  const record = await takeInRequest(services, current, {
    submission: `sms ${text.id}`,
    at: text.at,
    channel: onBehalf && sender.staff ? 'cadre' : 'sms',
    language: sender.language,
    ...readPlace(current.town, words),
    person,
  });
  return { text: 'reply-received', values: { request: showRequestId(record.id) }, request: record.id };
}
