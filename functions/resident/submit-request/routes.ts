import { reportRoute } from '../../../contracts/resident/request.js';
import { page } from '../../../contracts/route.js';

/** Reporting: by the app or a program, and by a form without scripts. */
export const ROUTES = {
  report: reportRoute,
  plainForm: page('GET', '/plain'),
  plainReport: page('POST', '/plain'),
};
