import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: "Serves the residents' pages",
  routes: ROUTES,
  needs: {},
} as const satisfies FunctionDeclaration;
