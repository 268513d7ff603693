import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Puts an ask to a person and texts it',
  needs: {
    items: 'requestTownAndPerson',
    towns: ['read', 'readTogether'],
    requests: ['read', 'readTogether', 'save', 'readPerson'],
    tasks: ['read', 'save'],
    asks: ['list', 'put', 'answer', 'findOfPerson'],
    quotas: 'read',
    linkKeys: 'sign',
    texts: 'send',
    workflow: ['answerWaitingTasks', 'answerStaffTasks'],
  },
  told: ['pages'],
} as const satisfies FunctionDeclaration;
