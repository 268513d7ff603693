import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Assigns the checks of an inspection, reports and has put right what they find',
  needs: {
    towns: 'read',
    history: ['read', 'readRequests'],
    rounds: ['find', 'list', 'save'],
    lots: ['find', 'list', 'create'],
    packs: 'create',
    efforts: 'measure',
    tasks: ['read', 'save'],
    texts: 'send',
  },
} as const satisfies FunctionDeclaration;
