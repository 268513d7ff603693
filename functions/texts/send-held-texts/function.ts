import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Sends texts that waited for the quiet hours to end',
  needs: {
    towns: 'read',
    waiting: 'findHeld',
    turns: 'give',
    texts: 'sendHeld',
    requests: 'read',
    asks: ['find', 'findOfTasks'],
  },
  // Quiet hours end on the hour or the half hour; what one run leaves the next sends.
  schedule: { part: 'HeldTexts', every: 'half hour' },
} as const satisfies FunctionDeclaration;
