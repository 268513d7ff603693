import { inOffice, meantNow } from '../posts/in-office.js';
import { inspectorsFor } from '../posts/inspectors.js';
import type { Town } from '../town/schema.js';
import type { RequestFacts } from './facts.js';
import type { RequestRecord } from './record.js';

/** A record says whom it may be about, and so do its facts. */
type Owned = Pick<RequestRecord, 'owner' | 'grid' | 'confidential'> & Pick<RequestFacts, 'about'>;

/** Who owns a request to its end: who was asked first or, once they have left, whoever has their post now. */
export const ownerOf = (request: Owned, town: Town): string | undefined => {
  const { owner, grid } = request;
  return owner && spared(request, town, owner, inOffice(town, owner, { grid }));
};

/** The same or, while they are away, whoever stands in for them. */
export const ownerNow = (request: Owned, town: Town, at: number): string | undefined => {
  const { owner, grid } = request;
  return owner && spared(request, town, owner, meantNow(town, owner, { grid }, at));
};

/** Whom the console names as the owner: of what is closed, whoever owned it then; others may have the post since. */
export const ownerNamed = (
  request: Owned & { readonly closedAt?: number | undefined },
  town: Town,
): string | undefined => (request.closedAt === undefined ? ownerOf(request, town) : request.owner);

/** Who is told or called about a request now: who works on it, else its owner, or whoever stands in for them. */
export const handlerNow = (
  request: Owned & Pick<RequestRecord, 'handler'>,
  town: Town,
  at: number,
): string | undefined => ownerNow({ ...request, owner: request.handler ?? request.owner }, town, at);

/** Whoever complains is not told that whom they complain of sees to it. */
function spared(
  { confidential, about = confidential?.about ?? [] }: Owned,
  town: Town,
  named: string,
  held: string,
): string | undefined {
  return held !== named && about.includes(held) ? inspectorsFor(town, about)[0] : held;
}
