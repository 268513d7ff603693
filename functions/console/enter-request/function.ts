import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Takes in what the duty desk was told by telephone',
  routes: ROUTES,
  needs: {
    towns: 'read',
    requests: ['read', 'create'],
    audits: 'record',
    workflow: 'startRequests',
  },
} as const satisfies FunctionDeclaration;
