import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Shows what was texted, both ways, to who runs the town',
  needs: { towns: 'read', textLog: ['list', 'read'], audits: 'record' },
} as const satisfies FunctionDeclaration;
