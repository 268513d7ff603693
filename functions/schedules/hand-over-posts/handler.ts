import type { Services } from '../../../adapters/services.js';
import { byTown } from '../../use-cases/by-town.js';
import { handOver } from '../../use-cases/hand-over.js';
import { someTowns } from '../../use-cases/some-towns.js';
import type { FUNCTION } from './function.js';

/** Tells, in every town, who stands in for whom since today, and who took over whose post. */
export const createHandOverPosts = (services: Services<typeof FUNCTION>) =>
  byTown(services, {
    failed: 'posts not handed over',
    towns: (_at, from) => someTowns(services, from),
    work: (town, at) => handOver(services, town, at),
  });
