import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Offers open requests like the one being reported',
  routes: ROUTES,
  needs: { towns: ['read', 'find'], requests: 'findNearby', callers: 'count' },
} as const satisfies FunctionDeclaration;
