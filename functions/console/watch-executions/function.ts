import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Shows executions to administrators, redrives, retries and stops them',
  routes: ROUTES,
  needs: {
    requests: 'read',
    tasks: 'read',
    rounds: ['find', 'list'],
    audits: 'record',
    executions: ['watch', 'act'],
  },
  told: ['awsAccount'],
} as const satisfies FunctionDeclaration;
