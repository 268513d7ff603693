import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Lists what everybody may know of the town, finds a grid',
  routes: ROUTES,
  needs: { towns: ['read', 'find'] },
} as const satisfies FunctionDeclaration;
