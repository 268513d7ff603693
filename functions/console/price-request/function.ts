import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Says what a request has cost so far',
  routes: ROUTES,
  needs: { towns: 'read', requests: 'read', textLog: 'read', executions: 'price' },
} as const satisfies FunctionDeclaration;
