import { bulletinRoute } from '../../../contracts/resident/bulletin.js';

/** What the daily close published. */
export const ROUTES = {
  bulletin: bulletinRoute,
};
