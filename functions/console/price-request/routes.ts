import { billRoute } from '../../../contracts/console/texts.js';

/** What a request costs. */
export const ROUTES = {
  bill: billRoute,
};
