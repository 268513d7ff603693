import type { ConsoleRoutes } from '../console-routes.js';

export const BILL_ROUTES = {
  'GET /admin/requests/{id}/bill': 'executions.read',
} as const satisfies ConsoleRoutes;
