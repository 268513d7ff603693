import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Tells who has the work of those away or gone',
  needs: {
    towns: ['read', 'list', 'handOver'],
    turns: 'give',
    asks: 'findOfPerson',
    requests: 'read',
    tasks: 'read',
    board: 'readOpen',
    texts: 'send',
  },
  // A leave begins and ends with the day. What is texted, or changed in the console, is told at once; a run that failed
  // is made good by the next.
  schedule: { part: 'HandOver', every: 'half hour' },
} as const satisfies FunctionDeclaration;
