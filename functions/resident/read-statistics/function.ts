import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Computes the figures of a period',
  routes: ROUTES,
  needs: { towns: ['read', 'find'], history: ['read', 'readRequests'] },
} as const satisfies FunctionDeclaration;
