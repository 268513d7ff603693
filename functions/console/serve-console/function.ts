import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Serves the console and says who signed in',
  routes: ROUTES,
  needs: { towns: 'read' },
  told: ['pages', 'issuer', 'audience', 'issuerOrigins', 'awsAccount'],
} as const satisfies FunctionDeclaration;
