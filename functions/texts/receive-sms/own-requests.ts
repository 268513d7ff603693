import { contactOfPhone } from '../../../adapters/contact.js';
import type { RequestSummary } from '../../../adapters/request-store.js';
import type { Services } from '../../../adapters/services.js';
import type { Received } from './reply-to.js';

/** The requests of a text's sender, the latest first. */
export function ownRequests(
  { requests }: Services<{ requests: 'findOfResident' }>,
  { current, text }: Received,
): Promise<RequestSummary[]> {
  const town = current.town.settings.id;
  return requests.ofResident(town, contactOfPhone(town, text.from));
}

export const isOpen = ({ status }: Pick<RequestSummary, 'status'>): boolean =>
  status !== 'closed' && status !== 'withdrawn';
