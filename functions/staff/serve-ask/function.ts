import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Shows one ask to whom it was put, takes the answer',
  routes: ROUTES,
  needs: {
    items: 'requestAndTown',
    towns: ['read', 'readTogether', 'find'],
    linkKeys: 'check',
    requests: ['read', 'readTogether', 'save', 'readPerson', 'tellMore'],
    tasks: ['read', 'save'],
    asks: ['list', 'answer', 'answerOfTasks'],
    photos: 'show',
    workPhotos: 'read',
    audits: 'record',
    texts: 'send',
    workflow: ['answerWaitingTasks', 'answerStaffTasks'],
  },
} as const satisfies FunctionDeclaration;
