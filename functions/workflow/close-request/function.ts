import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Closes a request and what was joined to it',
  needs: {
    items: 'requestAndTown',
    towns: ['read', 'readTogether'],
    requests: ['read', 'readTogether', 'save', 'readPerson'],
    asks: ['list', 'answer'],
    quotas: ['read', 'save'],
    texts: 'send',
    workflow: 'answerWaitingTasks',
  },
} as const satisfies FunctionDeclaration;
