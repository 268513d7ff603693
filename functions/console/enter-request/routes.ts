import { enterRoute } from '../../../contracts/console/entered.js';

/** What came by telephone. */
export const ROUTES = { enter: enterRoute };
