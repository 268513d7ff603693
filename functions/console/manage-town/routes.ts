import type { ConsoleRoutes } from '../console-routes.js';

export const TOWN_ROUTES = {
  'GET /admin/town': 'town.read',
  'GET /admin/town/{part}': 'town.read',
  'GET /admin/town/programmes/{id}': 'town.read',
  'PUT /admin/town/programmes/{id}': 'town.change',
  'PUT /admin/town/staff/{id}': 'town.change',
  'PUT /admin/town/posts/{grid}': 'town.change',
  'GET /admin/town/leave': 'town.read',
  'POST /admin/town/leave': 'leave.change',
  'DELETE /admin/town/leave/{staff}/{from}': 'leave.change',
  'POST /admin/town/import': 'town.change',
  'GET /admin/town/export': 'town.change',
} as const satisfies ConsoleRoutes;
