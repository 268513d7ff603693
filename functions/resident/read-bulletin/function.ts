import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Shows what the daily close published, and the day as it stands',
  routes: ROUTES,
  needs: { towns: ['read', 'find'], rounds: ['find', 'list'], board: 'readOpen' },
} as const satisfies FunctionDeclaration;
