import type { ConsoleRoutes } from '../console-routes.js';

export const FLOOD_ROUTES = {
  'GET /admin/floods': 'texts.read',
  'GET /admin/floods/{origin}': 'people.read',
  'POST /admin/floods/{origin}/hold': 'requests.answer',
  'POST /admin/floods/{origin}/release': 'requests.answer',
} as const satisfies ConsoleRoutes;
