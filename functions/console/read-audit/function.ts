import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Shows the audit trail',
  routes: ROUTES,
  needs: { audits: 'list', towns: 'read' },
} as const satisfies FunctionDeclaration;
