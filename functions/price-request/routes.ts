import type { ConsoleRoutes } from '../http/console/console-routes.js';

export const BILL_ROUTES = {
  'GET /admin/requests/{id}/bill': 'executions.read',
} as const satisfies ConsoleRoutes;
