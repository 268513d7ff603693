import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Shows the audit trail',
  needs: { audits: 'list' },
} as const satisfies FunctionDeclaration;
