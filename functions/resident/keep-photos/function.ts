import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Keeps and shows the photos of requests',
  routes: ROUTES,
  needs: {
    towns: 'find',
    requests: ['read', 'save'],
    asks: 'find',
    linkKeys: 'check',
    photos: ['show', 'keep'],
    workPhotos: ['read', 'save'],
  },
} as const satisfies FunctionDeclaration;
