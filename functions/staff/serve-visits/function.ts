import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: "Shows a grid's visits of the week and records them",
  routes: ROUTES,
  needs: {
    towns: ['read', 'find'],
    linkKeys: 'check',
    rounds: 'list',
    history: 'read',
    visits: 'record',
    requests: ['read', 'create'],
    workflow: 'startRequests',
  },
} as const satisfies FunctionDeclaration;
