import { environment } from '../../../adapters/environment.js';
import { errorName, log } from '../../../adapters/log.js';
import type { Services } from '../../../adapters/services.js';
import type { FUNCTION } from './function.js';

/** Starts every accepted request whose execution was never started, for example because the engine was down. */
export const createSweepRequests =
  ({ requests, workflow }: Services<typeof FUNCTION>) =>
  async (): Promise<void> => {
    for (const { town, id, execution } of await requests.unstarted()) {
      try {
        await workflow.start(environment('requestMachine'), town, id, execution);
      } catch (error) {
        // One that cannot be started does not keep the others waiting; the next sweep tries it again.
        log('warn', 'execution not started', { request: id, error: errorName(error) });
      }
    }
  };
