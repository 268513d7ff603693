import { visitsRoute, recordVisitsRoute } from '../../../contracts/staff/visits.js';

/** A week's visits to a grid. */
export const ROUTES = {
  visits: visitsRoute,
  record: recordVisitsRoute,
};
