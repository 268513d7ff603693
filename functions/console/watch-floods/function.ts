import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Shows what is held together, takes what the duty desk decides about it',
  needs: {
    towns: 'read',
    floods: ['list', 'decide'],
    requests: ['read', 'create'],
    audits: 'record',
    workflow: 'startRequests',
  },
} as const satisfies FunctionDeclaration;
