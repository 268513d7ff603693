import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Opens a request to its resident by a code that is texted to their phone',
  routes: ROUTES,
  needs: {
    towns: ['read', 'find'],
    requests: 'read',
    callers: 'count',
    signInTopic: 'publish',
    signInCodes: 'take',
    linkKeys: 'sign',
  },
} as const satisfies FunctionDeclaration;
