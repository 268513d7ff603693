import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Takes in a request from the web form',
  routes: ROUTES,
  needs: {
    towns: ['read', 'find'],
    requests: ['read', 'create'],
    callers: 'count',
    floods: 'hold',
    // A danger that is held together with others is told to the duty desk where it comes in.
    texts: 'send',
    workflow: 'startRequests',
  },
} as const satisfies FunctionDeclaration;
