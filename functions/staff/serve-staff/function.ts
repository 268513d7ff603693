import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Shows who signed in what they have to do and own, takes their leave and corrections',
  routes: ROUTES,
  needs: {
    items: 'requestAndTown',
    towns: ['read', 'readTogether', 'recordLeave', 'handOver'],
    linkKeys: 'check',
    staffSessions: ['check', 'end'],
    asks: ['findOfPerson', 'list', 'answer'],
    requests: ['read', 'readTogether', 'save', 'readPerson', 'tellMore'],
    tasks: 'read',
    rounds: 'list',
    history: 'read',
    board: 'readOpen',
    texts: 'send',
    workflow: ['answerWaitingTasks', 'startRequests'],
  },
  ungranted: { tasks: 'save' },
} as const satisfies FunctionDeclaration;
