import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: 'Shows how well free words are read, and learns what the desk teaches',
  routes: ROUTES,
  needs: {
    towns: ['read', 'import'],
    taught: ['list', 'add', 'remove'],
    requests: ['read', 'readPerson'],
    audits: 'record',
  },
  /**
   * One processor whole, which Lambda gives from 1,769 MB on: learning a town's examples is ten seconds of work. API
   * Gateway gives up after 30 s, and what was learnt by then is remembered.
   */
  size: { megabytes: 1769, seconds: 60 },
} as const satisfies FunctionDeclaration;
