import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: "Lists and texts the week's visits",
  needs: {
    towns: 'read',
    history: 'read',
    rounds: ['find', 'list', 'save'],
    linkKeys: 'sign',
    texts: 'send',
  },
  told: ['pages'],
} as const satisfies FunctionDeclaration;
