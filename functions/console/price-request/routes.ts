import { billRoute } from '../../../contracts/console/texts.js';

/** The bill of a request. */
export const ROUTES = {
  bill: billRoute,
};
