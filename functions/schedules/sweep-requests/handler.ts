import { environment } from '../../../adapters/environment.js';
import { errorName, log } from '../../../adapters/log.js';
import type { Services } from '../../../adapters/services.js';
import { scheduledAt } from '../../use-cases/each-town.js';
import type { FUNCTION } from './function.js';
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
    await startUnstarted(services);
    const at = scheduledAt(event);
    await sendUndelivered(services, at);
    await eraseAsked(services, at);
    await eraseOver(services, at);
  };

async function startUnstarted({ requests, workflow }: Services<typeof FUNCTION>): Promise<void> {
  for (const { town, id, execution } of await requests.unstarted()) {
    try {
      await workflow.start(environment('requestMachine'), town, id, execution);
    } catch (error) {
      // One that cannot be started does not keep the others waiting; the next sweep tries it again.
      log('warn', 'execution not started', { request: id, error: errorName(error) });
    }
  }
}
