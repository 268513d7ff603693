import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Shows what the inspections found',
  routes: ROUTES,
  needs: {
    towns: ['read', 'find'],
    rounds: ['find', 'list'],
    lots: 'find',
    packs: 'find',
    tasks: 'read',
  },
} as const satisfies FunctionDeclaration;
