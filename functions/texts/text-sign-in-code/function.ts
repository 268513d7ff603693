import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Texts staff and residents the codes they ask for',
  needs: {
    towns: 'read',
    requests: ['read', 'readPerson'],
    callers: 'count',
    signInCodes: 'issue',
    linkKeys: 'sign',
    texts: 'send',
  },
  topic: 'signInTopic',
} as const satisfies FunctionDeclaration;
