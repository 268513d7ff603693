import type { ConsoleRoutes } from '../console-routes.js';

const ONE = '/admin/executions/{machine}/{name}';

export const EXECUTION_ROUTES = {
  'GET /admin/executions': 'executions.read',
  'GET /admin/executions/machines': 'executions.read',
  [`GET ${ONE}`]: 'executions.read',
  [`GET ${ONE}/history`]: 'executions.read',
  [`POST ${ONE}/redrive`]: 'executions.act',
  [`POST ${ONE}/retry`]: 'executions.act',
  [`POST ${ONE}/stop`]: 'executions.act',
} as const satisfies ConsoleRoutes;
