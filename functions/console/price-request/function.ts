import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Says what a request has cost so far',
  needs: { towns: 'read', requests: 'read', textLog: 'read', executions: 'price' },
} as const satisfies FunctionDeclaration;
