import { environment } from '../../adapters/environment.js';
import { errorName, log } from '../../adapters/log.js';
import type { Services } from '../../adapters/services.js';

/** Starts every accepted request whose execution was never started, for example because the engine was down. */
export const createSweepRequests =
  ({ towns, requests, workflow }: Pick<Services, 'towns' | 'requests' | 'workflow'>) =>
  async (): Promise<void> => {
    const directory = await towns.directory();
    for (const town of directory?.towns ?? []) {
      for (const id of await requests.unstarted(town.id)) {
        try {
          await workflow.start(environment('requestMachine'), town.id, id);
        } catch (error) {
          // One that cannot be started does not keep the others waiting; the next sweep tries it again.
          log('warn', 'execution not started', { request: id, error: errorName(error) });
        }
      }
    }
  };
