import { inOffice, meantNow } from '../posts/in-office.js';
import type { Town } from '../town/schema.js';
import type { RequestRecord } from './record.js';

type Owned = Pick<RequestRecord, 'owner' | 'grid'>;

/** Who owns a request to its end: who was asked first or, once they have left, whoever has their post now. */
export const ownerOf = ({ owner, grid }: Owned, town: Town): string | undefined =>
  owner && inOffice(town, owner, { grid });

/** Who is to be told or called about a request now: who works on it, else its owner; whoever stands in while they are away. */
export const handlerNow = (
  { handler, owner, grid }: Owned & Pick<RequestRecord, 'handler'>,
  town: Town,
  at: number,
): string | undefined => {
  const staff = handler ?? owner;
  return staff && meantNow(town, staff, { grid }, at);
};
