import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Shows what the daily close published',
  needs: { towns: ['read', 'find'], rounds: ['find', 'list'] },
} as const satisfies FunctionDeclaration;
