import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Texts staff the codes they ask for',
  needs: { towns: 'read', signInCodes: 'issue', linkKeys: 'sign', texts: 'send' },
  topic: 'signInTopic',
} as const satisfies FunctionDeclaration;
