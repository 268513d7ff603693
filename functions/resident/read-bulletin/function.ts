import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Shows what the daily close published, the day as it stands, and photos of what was put right',
  routes: ROUTES,
  needs: {
    towns: ['read', 'find'],
    rounds: ['find', 'list'],
    board: 'readOpen',
    publishedPhotos: ['list', 'show'],
    workPhotos: 'read',
    requests: 'read',
  },
} as const satisfies FunctionDeclaration;
