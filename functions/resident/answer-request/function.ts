import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: "Takes a resident's answer",
  routes: ROUTES,
  needs: {
    towns: ['read', 'find'],
    requests: ['read', 'save', 'create', 'readPerson'],
    asks: ['list', 'answer'],
    callers: 'count',
    texts: 'send',
    workflow: ['startRequests', 'answerWaitingTasks'],
  },
  ungranted: { tasks: 'read', requests: 'tellMore' },
} as const satisfies FunctionDeclaration;
