import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Shows a resident how far a request is',
  needs: {
    towns: ['read', 'find'],
    requests: 'read',
    quotas: 'read',
    workPhotos: 'read',
  },
} as const satisfies FunctionDeclaration;
