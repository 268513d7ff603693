import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Closes the day of every grid and tells heads and leaders',
  needs: {
    towns: 'read',
    board: 'readOpen',
    rounds: ['find', 'list', 'save'],
    texts: 'send',
  },
} as const satisfies FunctionDeclaration;
