import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Offers open requests like the one being reported',
  needs: { towns: ['read', 'find'], requests: 'findNearby', callers: 'count' },
} as const satisfies FunctionDeclaration;
