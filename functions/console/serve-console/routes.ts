import { consoleConfigRoute, meRoute } from '../../../contracts/console/session.js';
import { page } from '../../../contracts/route.js';
import { guardedOf } from '../console-routes.js';

/** How somebody comes into the console. The pages themselves are for everybody: they hold nothing of any town. */
export const ROUTES = {
  me: meRoute,
  config: consoleConfigRoute,
  page: page('GET', '/console'),
  pages: page('GET', '/console/{proxy+}'),
};

export const SESSION_ROUTES = guardedOf(ROUTES);
export const CONSOLE_PAGES = ['/console', '/console/{proxy+}', '/console/config.json'] as const;
