import type { ConsoleRoutes } from '../console-routes.js';

export const AUDIT_ROUTES = { 'GET /admin/audit': 'audit.read' } as const satisfies ConsoleRoutes;
