import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Shows executions to administrators, redrives, retries and stops them',
  routes: ROUTES,
  needs: {
    items: 'requestsAndTasks',
    requests: ['read', 'seekTogether', 'save'],
    tasks: ['read', 'seekTogether', 'list'],
    towns: ['read', 'list'],
    board: 'list',
    rounds: ['find', 'list'],
    audits: 'record',
    executions: ['watch', 'act'],
  },
  told: ['awsAccount'],
} as const satisfies FunctionDeclaration;
