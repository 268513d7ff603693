import { billRoute } from '../../../contracts/console/texts.js';
import { guardedOf } from '../console-routes.js';

/** What a request costs. */
export const ROUTES = {
  bill: billRoute,
};

export const BILL_ROUTES = guardedOf(ROUTES);
