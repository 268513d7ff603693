import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Keeps and shows the photos of requests',
  routes: ROUTES,
  needs: {
    towns: ['read', 'find'],
    requests: ['read', 'save'],
    asks: 'find',
    linkKeys: 'check',
    photos: ['show', 'keep'],
    workPhotos: ['read', 'save'],
    // Taken back, they are gone at once.
    publishedPhotos: 'remove',
  },
} as const satisfies FunctionDeclaration;
