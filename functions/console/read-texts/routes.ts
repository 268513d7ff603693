import type { ConsoleRoutes } from '../console-routes.js';

export const TEXT_ROUTES = {
  'GET /admin/texts': 'texts.read',
  'GET /admin/texts/{id}': 'people.read',
  'GET /admin/requests/{id}/texts': 'texts.read',
} as const satisfies ConsoleRoutes;
