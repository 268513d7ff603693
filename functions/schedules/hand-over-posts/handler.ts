import type { Services } from '../../../adapters/services.js';
import { allTowns, eachTown, scheduledAt } from '../../use-cases/each-town.js';
import { handOver } from '../../use-cases/hand-over.js';
import type { FUNCTION } from './function.js';

/** Tells, in every town, who stands in for whom since today, and who took over whose post. */
export const createHandOverPosts =
  (services: Services<typeof FUNCTION>) =>
  async (event: unknown): Promise<void> => {
    const at = scheduledAt(event);
    const ids = await allTowns(services);
    await eachTown(services, ids, 'posts not handed over', ({ settings }) =>
      handOver(services, settings.id, at),
    );
  };
