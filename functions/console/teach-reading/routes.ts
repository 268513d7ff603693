import type { ConsoleRoutes } from '../console-routes.js';

export const READING_ROUTES = {
  'POST /admin/requests/{id}/reading': 'reading.teach',
  'GET /admin/reading': 'reading.teach',
  'DELETE /admin/reading/taught/{id}': 'reading.teach',
  'POST /admin/reading/try': 'reading.teach',
  'POST /admin/reading/take-over': 'town.change',
} as const satisfies ConsoleRoutes;
