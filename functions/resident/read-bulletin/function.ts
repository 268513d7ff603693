import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Shows what the daily close published',
  routes: ROUTES,
  needs: { towns: ['read', 'find'], rounds: ['find', 'list'] },
} as const satisfies FunctionDeclaration;
