import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Takes up what was left undone: requests not begun, texts not taken, data to be erased',
  needs: {
    towns: ['read', 'list'],
    waiting: 'findUndone',
    turns: 'give',
    requests: ['findUnstarted', 'read', 'readPerson'],
    erasures: 'work',
    erased: 'erase',
    caseFiles: 'seal',
    asks: ['find', 'findOfTasks'],
    workflow: 'startRequests',
    texts: 'sendUndelivered',
  },
  // A resident should not notice that the engine was down: five minutes is the shortest deadline any path has.
  schedule: { part: 'Sweep', every: 'five minutes' },
  // Up to a thousand texts of a town; the next run begins after three hundred seconds.
  size: { megabytes: 512, seconds: 240 },
} as const satisfies FunctionDeclaration;
