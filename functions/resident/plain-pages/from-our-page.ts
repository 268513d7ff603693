import type { HttpCall } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';

/**
 * Refuses a form that a page of somebody else sent. There is no cookie that it could ride on, but nobody's browser is
 * to file requests unasked. Browsers that do not say where a form comes from are old, not hostile.
 */
export function mustBeFromOurPage({ event }: Pick<HttpCall, 'event'>): void {
  if (event.headers['sec-fetch-site'] === 'cross-site') throw new Problem('not-allowed');
}
