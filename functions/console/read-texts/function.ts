import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Shows what was texted, both ways, to who runs the town',
  routes: ROUTES,
  needs: { towns: 'read', textLog: ['list', 'read'], audits: 'record', requests: 'read' },
} as const satisfies FunctionDeclaration;
