import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Shows rounds and tasks of the staff to who runs the town',
  needs: {
    towns: 'read',
    rounds: ['find', 'list'],
    tasks: ['read', 'list'],
    audits: 'record',
  },
} as const satisfies FunctionDeclaration;
