import * as z from 'zod';
import { errorName, log } from '../../adapters/log.js';
import type { Services } from '../../adapters/services.js';
import type { Town } from '../../domain/town/schema.js';

/** What the schedule sends: the time it was to fire at, whenever it does. */
const scheduled = z.object({ at: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)) });

/**
 * Does something for every town when the schedule says so. A town for which it fails does not keep the others waiting: it is
 * logged as `failed`, and the next run tries again.
 */
export const eachTown =
  <Effects extends Pick<Services, 'towns'>>(
    services: Effects,
    failed: string,
    act: (services: Effects, town: Town, at: number) => Promise<void>,
  ) =>
  async (event: unknown): Promise<void> => {
    const { at } = scheduled.parse(event);
    const directory = await services.towns.directory();
    for (const { id } of directory?.towns ?? []) {
      try {
        const { town } = await services.towns.load(id);
        await act(services, town, at);
      } catch (error) {
        log('error', failed, { town: id, error: errorName(error) });
      }
    }
  };
