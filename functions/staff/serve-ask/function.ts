import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Shows one ask to whom it was put, takes the answer',
  routes: ROUTES,
  needs: {
    towns: ['read', 'find'],
    linkKeys: 'check',
    requests: ['read', 'readPerson', 'tellMore'],
    tasks: 'read',
    asks: ['list', 'answer', 'answerOfTasks'],
    photos: 'show',
    workPhotos: 'read',
    audits: 'record',
    texts: 'send',
    workflow: ['answerWaitingTasks', 'answerStaffTasks'],
  },
} as const satisfies FunctionDeclaration;
