import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: "Takes a resident's answer",
  routes: ROUTES,
  needs: {
    items: 'requestAndTown',
    towns: ['read', 'readTogether', 'find'],
    requests: ['read', 'readTogether', 'save', 'create', 'readPerson', 'tellMore'],
    asks: ['list', 'answer'],
    callers: 'count',
    erasures: 'ask',
    floods: 'hold',
    texts: 'send',
    workflow: ['startRequests', 'answerWaitingTasks'],
  },
  ungranted: { tasks: ['read', 'save'] },
} as const satisfies FunctionDeclaration;
