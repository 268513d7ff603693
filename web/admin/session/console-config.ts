import { type ConsoleConfig, consoleConfigAnswer } from '../../../contracts/console/session.js';
import { readAnswer } from '../../read-answer.js';

/** How people of this deployment sign in. Throws when the answer is none. */
export function parseConsoleConfig(value: unknown): ConsoleConfig {
  const config = readAnswer(consoleConfigAnswer, value);
  if (!config) throw new Error('the console is not set up: no issuer');
  return config;
}
