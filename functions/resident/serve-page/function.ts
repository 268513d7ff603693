import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: "Serves the residents' pages",
  needs: {},
} as const satisfies FunctionDeclaration;
