import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Serves the console and says who signed in',
  needs: { towns: 'read' },
  told: ['issuer', 'audience', 'issuerOrigins', 'awsAccount'],
} as const satisfies FunctionDeclaration;
