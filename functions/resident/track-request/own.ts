import type { Services } from '../../../adapters/services.js';
import { looksOf } from '../../../domain/access/looks.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import type { TownSettings } from '../../../domain/town/schema.js';

/** The resident's own words, and who of the town looked at them. */
export async function ownOf(
  services: Services<{ requests: 'readPerson'; audits: 'readOfRequest' }>,
  { town, id }: RequestRecord,
  { timeZone }: Pick<TownSettings, 'timeZone'>,
) {
  const [person, entries] = await Promise.all([
    services.requests.findPerson(town, id),
    services.audits.ofRequest(town, id),
  ]);
  return { words: person?.description, looks: looksOf(entries, timeZone) };
}
