import type { ConsoleRoutes } from '../console-routes.js';

export const REQUEST_ROUTES = {
  'GET /admin/requests': 'requests.read',
  'GET /admin/requests/export': 'requests.export',
  'GET /admin/requests/{id}': 'requests.read',
  'GET /admin/requests/{id}/person': 'people.read',
  'POST /admin/requests/{id}/answers': 'requests.answer',
  'POST /admin/requests/{id}/calls': 'requests.answer',
} as const satisfies ConsoleRoutes;
