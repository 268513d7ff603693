import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Shows who signed in what they have to do, takes their leave',
  needs: {
    towns: ['read', 'recordLeave'],
    linkKeys: 'check',
    staffSessions: ['check', 'end'],
    asks: 'findOfPerson',
    requests: 'read',
    tasks: 'read',
    rounds: 'list',
    history: 'read',
  },
} as const satisfies FunctionDeclaration;
