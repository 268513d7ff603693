import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Has codes texted to staff and lets them in by these',
  routes: ROUTES,
  needs: {
    towns: ['read', 'find'],
    callers: 'count',
    signInTopic: 'publish',
    signInCodes: 'take',
    linkKeys: 'sign',
    staffSessions: 'begin',
    audits: 'record',
  },
} as const satisfies FunctionDeclaration;
