import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: "Gives out a programme's fixed places, by need and then by date",
  needs: {
    items: 'requestAndTown',
    towns: ['read', 'readTogether'],
    requests: ['read', 'readTogether', 'save', 'readPerson'],
    asks: ['list', 'answer'],
    quotas: ['read', 'save'],
    texts: 'send',
    workflow: 'passPlacesOn',
  },
} as const satisfies FunctionDeclaration;
