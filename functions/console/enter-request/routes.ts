import { enterRoute, readSaidRoute } from '../../../contracts/console/entered.js';

/** What came by telephone. */
export const ROUTES = { enter: enterRoute, read: readSaidRoute };
