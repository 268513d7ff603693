import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Starts accepted requests not yet begun',
  needs: { requests: 'findUnstarted', workflow: 'startRequests' },
  // A resident should not notice that the engine was down: five minutes is the shortest deadline any path has.
  schedule: { part: 'Sweep', every: 'five minutes' },
} as const satisfies FunctionDeclaration;
