import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Records what the staff did on a task and says what comes next',
  needs: {
    towns: 'read',
    tasks: ['read', 'save'],
    asks: 'findOfTasks',
    requests: ['read', 'create', 'readPerson'],
    texts: 'send',
    workflow: 'startRequests',
  },
} as const satisfies FunctionDeclaration;
