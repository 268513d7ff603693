import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Shows requests to who runs the town, takes the answers and corrections of the duty desk',
  routes: ROUTES,
  needs: {
    items: 'requestAndTown',
    towns: ['read', 'readTogether'],
    board: 'list',
    history: ['read', 'readRequests'],
    requests: ['read', 'readTogether', 'save', 'readPerson', 'tellMore'],
    asks: ['list', 'answer'],
    audits: 'record',
    texts: 'send',
    photos: 'show',
    workPhotos: ['read', 'save'],
    publishedPhotos: ['add', 'remove'],
    workflow: ['watchRequests', 'answerWaitingTasks', 'startRequests'],
  },
  ungranted: { tasks: ['read', 'save'] },
} as const satisfies FunctionDeclaration;
