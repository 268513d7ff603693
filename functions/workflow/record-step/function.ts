import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Records what happened and says what comes next',
  needs: {
    items: 'requestAndTown',
    towns: 'readTogether',
    requests: ['readTogether', 'save', 'readPerson'],
    asks: ['find', 'readTogether'],
    texts: 'send',
  },
} as const satisfies FunctionDeclaration;
