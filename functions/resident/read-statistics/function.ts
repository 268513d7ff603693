import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Computes the figures of a period',
  needs: { towns: ['read', 'find'], history: 'read' },
} as const satisfies FunctionDeclaration;
