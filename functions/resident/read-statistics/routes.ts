import { page } from '../../../contracts/route.js';
import { mapPointsRoute } from '../../../contracts/resident/map.js';
import { statisticsRoute } from '../../../contracts/resident/statistics.js';

/** The figures of a period: for programs and as a table, and on a page. */
export const ROUTES = {
  statistics: statisticsRoute,
  points: mapPointsRoute,
  plain: page('GET', '/plain/statistics'),
};
