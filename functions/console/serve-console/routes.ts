import { consoleConfigRoute, meRoute } from '../../../contracts/console/session.js';
import { page } from '../../../contracts/route.js';

/** How somebody comes into the console. The pages themselves are for everybody: they hold nothing of any town. */
export const ROUTES = {
  me: meRoute,
  config: consoleConfigRoute,
  page: page('GET', '/console'),
  pages: page('GET', '/console/{proxy+}'),
};
