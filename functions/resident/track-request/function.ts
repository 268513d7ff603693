import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Shows a resident how far a request is',
  routes: ROUTES,
  needs: {
    towns: ['read', 'find'],
    requests: ['read', 'readPerson'],
    audits: 'readOfRequest',
    quotas: 'read',
    workPhotos: 'read',
    textLog: 'read',
  },
} as const satisfies FunctionDeclaration;
