import type { ConsoleRoutes } from '../console-routes.js';

export const SESSION_ROUTES = { 'GET /admin/me': 'signed-in' } as const satisfies ConsoleRoutes;

/** The pages themselves, for everybody: they hold nothing of any town. */
export const CONSOLE_PAGES = ['/console', '/console/{proxy+}', '/console/config.json'] as const;
