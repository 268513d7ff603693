import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Lists what everybody may know of the town, finds a grid',
  needs: { towns: ['read', 'find'] },
} as const satisfies FunctionDeclaration;
