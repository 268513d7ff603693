import { enterRoute, readSaidRoute } from '../../../contracts/console/entered.js';

/** Reports by telephone. */
export const ROUTES = { enter: enterRoute, read: readSaidRoute };
