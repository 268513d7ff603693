import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Speaks Open311 GeoReport v2 with other programs',
  routes: ROUTES,
  needs: {
    towns: ['read', 'find'],
    history: 'readRequests',
    requests: ['read', 'create'],
    callers: 'count',
    floods: 'hold',
    texts: 'send',
    workflow: 'startRequests',
  },
} as const satisfies FunctionDeclaration;
