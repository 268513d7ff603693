import { environment } from '../../../adapters/environment.js';
import { errorName, log } from '../../../adapters/log.js';
import type { Unstarted } from '../../../adapters/request-store.js';
import type { Services } from '../../../adapters/services.js';
import { scheduledAt } from '../../use-cases/each-town.js';
import type { FUNCTION } from './function.js';
import { measureWaiting } from './measure-waiting.js';
import { eraseAsked } from './erase-asked.js';
import { eraseOver } from './erase-over.js';
import { sendUndelivered } from './send-undelivered.js';

/**
 * Starts every accepted request whose execution was never started, because the engine was down, sends every text that its carrier did not
 * take, and erases what residents want erased and, at night, what is kept no longer.
 */
export const createSweepRequests =
  (services: Services<typeof FUNCTION>) =>
  async (event: unknown): Promise<void> => {
    const at = scheduledAt(event);
    const unstarted = await services.requests.unstarted();
    await startUnstarted(services, unstarted);
    await sendUndelivered(services, at);
    await measureWaiting(services, unstarted, at);
    await eraseAsked(services, at);
    await eraseOver(services, at);
  };

async function startUnstarted(
  { workflow }: Services<typeof FUNCTION>,
  unstarted: readonly Unstarted[],
): Promise<void> {
  for (const { town, id, execution } of unstarted) {
    try {
      await workflow.start(environment('requestMachine'), town, id, execution);
    } catch (error) {
      // One that cannot be started does not keep the others waiting; the next sweep tries it again.
      log('warn', 'execution not started', { request: id, error: errorName(error) });
    }
  }
}
