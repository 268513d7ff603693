import { createHmac } from 'node:crypto';
import { environment } from '../../adapters/environment.js';
import type { Services } from '../../adapters/services.js';
import { PLACEHOLDER_LENGTH } from '../../domain/texts/text-keys.js';
import type { Town } from '../../domain/town/schema.js';
import { SIGNATURE_LENGTH } from './ask-link.js';

/** The subject of a link to a week's visits: the list of one grid, for one member of its team. */
export interface VisitLink {
  readonly grid: number;
  readonly staff: string;
  /** The date of the round whose list it is. */
  readonly date: string;
}

/** HMAC-SHA-256 over the town, the grid, who records, and the round: the link is worth nothing for anything else. */
export const signVisits = (key: string, town: string, { grid, staff, date }: VisitLink): string =>
  createHmac('sha256', key)
    .update(JSON.stringify(['visits', town, grid, staff, date]))
    .digest()
    .subarray(0, SIGNATURE_LENGTH)
    .toString('base64url');

/** Path and query of the link. */
export const visitPath = (key: string, town: string, link: VisitLink): string =>
  `/visits/${link.grid}?town=${town}&sig=${signVisits(key, town, link)}`;

/** The link to text; undefined where the town's carrier lets none through, or it would be cut. */
export async function visitLink(
  { linkKeys }: Services<{ linkKeys: 'sign' }>,
  { settings }: Town,
  link: VisitLink,
): Promise<string | undefined> {
  if (!settings.sms.links) return undefined;
  const key = await linkKeys.findOrMake(settings.id);
  const page = `${environment('pages')}${visitPath(key, settings.id, link)}`;
  return page.length > PLACEHOLDER_LENGTH.page ? undefined : page;
}
