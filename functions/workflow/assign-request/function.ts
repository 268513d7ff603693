import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Finds the grid and the path of a request',
  needs: {
    items: 'requestTownAndPerson',
    towns: 'readTogether',
    requests: ['readTogether', 'save', 'findNearby'],
    texts: 'send',
  },
  ungranted: { requests: 'readPerson' },
} as const satisfies FunctionDeclaration;
