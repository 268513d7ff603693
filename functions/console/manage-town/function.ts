import type { FunctionDeclaration } from '../../function-declaration.js';
import { ROUTES } from './routes.js';

export const FUNCTION = {
  purpose: "Shows and changes a town's data",
  routes: ROUTES,
  needs: {
    towns: ['read', 'readVersions', 'import', 'recordLeave', 'handOver'],
    audits: 'record',
    // Whoever has somebody else's post now is told at once.
    asks: 'findOfPerson',
    requests: 'read',
    tasks: 'read',
    board: 'readOpen',
    texts: 'send',
  },
  /**
   * One processor whole, which Lambda gives from 1,769 MB on: learning a town's examples is ten seconds of work. API
   * Gateway gives up after 30 s, and what was learnt by then is remembered.
   */
  size: { megabytes: 1769, seconds: 60 },
} as const satisfies FunctionDeclaration;
