import type { ConsoleRoutes } from '../http/console/console-routes.js';

export const AUDIT_ROUTES = { 'GET /admin/audit': 'audit.read' } as const satisfies ConsoleRoutes;
