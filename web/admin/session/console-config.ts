import type { ConsoleConfig } from '../../../contracts/console/session.js';
import { isObject, textOf } from '../../json.js';

/** How people of this deployment sign in. Throws when the answer is none. */
export function parseConsoleConfig(value: unknown): ConsoleConfig {
  const issuer = isObject(value) ? textOf(value['issuer']) : undefined;
  const clientId = isObject(value) ? textOf(value['clientId']) : undefined;
  if (issuer === undefined || clientId === undefined) throw new Error('the console is not set up: no issuer');
  return { issuer, clientId };
}
