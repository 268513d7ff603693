import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Shows who signed in what they have to do, takes their leave',
  routes: ROUTES,
  needs: {
    towns: ['read', 'recordLeave', 'handOver'],
    linkKeys: 'check',
    staffSessions: ['check', 'end'],
    asks: 'findOfPerson',
    requests: 'read',
    tasks: 'read',
    rounds: 'list',
    history: 'read',
    board: 'readOpen',
    texts: 'send',
  },
} as const satisfies FunctionDeclaration;
