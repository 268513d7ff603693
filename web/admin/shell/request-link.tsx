import { shownNumber } from '../../../contracts/pages/request-number.js';
import { PageLink } from './page-link.js';

/** A request by its number as people read it out. */
export const RequestLink = ({ id }: { id: string }) => (
  <PageLink to={`/requests/${id}`}>{shownNumber(id)}</PageLink>
);
