import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Begins the follow-ups that are due',
  needs: {
    towns: 'read',
    board: 'readOpen',
    requests: ['read', 'save'],
    tasks: ['read', 'save'],
    workflow: 'startFollowUps',
  },
} as const satisfies FunctionDeclaration;
