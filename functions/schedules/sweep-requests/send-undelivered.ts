import { log } from '../../../adapters/log.js';
import type { Services } from '../../../adapters/services.js';
import type { Town } from '../../../domain/town/schema.js';
import { isTextOver } from '../../use-cases/is-text-over.js';
import type { FUNCTION } from './function.js';

/** As many as are sent within a function's time, about five a second; the next run takes the rest. */
const AT_A_TIME = 1000;
/** After as many refusals the rest would be refused too. */
const REFUSALS = 5;

/** Sends a town's texts that its carrier did not take, until it takes no more. */
export async function sendUndelivered(
  services: Services<typeof FUNCTION>,
  town: Town,
  purposes: readonly string[],
  at: number,
): Promise<void> {
  const isOver = isTextOver(services, town);
  let refusals = 0;
  let taken = 0;
  for (const purpose of purposes.slice(0, AT_A_TIME)) {
    const outcome = await services.texts.sendUndelivered(town, purpose, at, isOver);
    if (outcome === 'taken') taken += 1;
    if (outcome === 'refused') refusals += 1;
    if (outcome === 'down' || refusals >= REFUSALS) break;
  }
  log('info', 'undelivered texts', { town: town.settings.id, waiting: purposes.length, taken, refusals });
}
