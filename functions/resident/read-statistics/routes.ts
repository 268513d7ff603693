import { statisticsRoute } from '../../../contracts/resident/statistics.js';

/** The figures of a period. */
export const ROUTES = {
  statistics: statisticsRoute,
};
