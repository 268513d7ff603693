import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Shows rounds and tasks of the staff to who runs the town',
  routes: ROUTES,
  needs: {
    towns: 'read',
    rounds: ['find', 'list'],
    tasks: ['read', 'list'],
    requests: ['read', 'readPerson'],
    audits: 'record',
  },
} as const satisfies FunctionDeclaration;
