import { shownNumber } from '../../../contracts/pages/request-number.js';
import { PageLink } from './page-link.js';

/** A request by its number as people read it out, never broken in the middle. */
export const RequestLink = ({ id }: { id: string }) => (
  <span className="whole">
    <PageLink to={`/requests/${id}`}>{shownNumber(id)}</PageLink>
  </span>
);
