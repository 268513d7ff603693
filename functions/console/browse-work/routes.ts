import type { ConsoleRoutes } from '../console-routes.js';

/** What is of an inspection asks for `inspections.read` besides. */
export const WORK_ROUTES = {
  'GET /admin/rounds': 'requests.read',
  'GET /admin/rounds/{kind}/{date}': 'requests.read',
  'GET /admin/tasks': 'requests.read',
  'GET /admin/tasks/{id}': 'requests.read',
} as const satisfies ConsoleRoutes;
