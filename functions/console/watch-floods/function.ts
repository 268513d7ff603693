import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Shows what is held together, takes what the duty desk decides about it',
  routes: ROUTES,
  needs: {
    towns: 'read',
    floods: ['list', 'decide'],
    requests: ['read', 'create'],
    audits: 'record',
    workflow: 'startRequests',
  },
} as const satisfies FunctionDeclaration;
