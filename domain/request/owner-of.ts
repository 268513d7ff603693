import { inOffice, meantNow } from '../posts/in-office.js';
import { inspectorsFor } from '../posts/inspectors.js';
import type { Town } from '../town/schema.js';
import type { RequestRecord } from './record.js';

type Owned = Pick<RequestRecord, 'owner' | 'grid' | 'confidential'>;

/** Who owns a request to its end: who was asked first or, once they have left, whoever has their post now. */
export const ownerOf = ({ owner, grid, confidential }: Owned, town: Town): string | undefined => {
  const held = owner && inOffice(town, owner, { grid });
  // Whoever complains is not told that whom they complain of sees to it.
  const { about = [] } = confidential ?? {};
  return held !== owner && held !== undefined && about.includes(held) ? inspectorsFor(town, about)[0] : held;
};

/** Who is to be told or called about a request now: who works on it, else its owner; whoever stands in while they are away. */
export const handlerNow = (
  { handler, owner, grid }: Owned & Pick<RequestRecord, 'handler'>,
  town: Town,
  at: number,
): string | undefined => {
  const staff = handler ?? owner;
  return staff && meantNow(town, staff, { grid }, at);
};
