import * as z from 'zod';
import { errorName, log } from '../../adapters/log.js';
import type { Services } from '../../adapters/services.js';
import type { Town } from '../../domain/town/schema.js';

/** What the schedule sends: the time it was to fire at, whenever it does. */
const scheduled = z.object({ at: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)) });

export const scheduledAt = (event: unknown): number => scheduled.parse(event).at;

/** Towns to a page of their list. */
const PAGE = 500;

/** The ids of all towns. */
export async function allTowns({ towns }: Services<{ towns: 'list' }>): Promise<string[]> {
  const ids: string[] = [];
  let next: string | undefined;
  do {
    const page = await towns.page(PAGE, next);
    ids.push(...page.towns.map(({ id }) => id));
    ({ next } = page);
  } while (next !== undefined);
  return ids;
}

/**
 * Does something for each of these towns. One for which it fails does not keep the others waiting: it is logged as `failed`, and the
 * next run tries again.
 */
export async function eachTown(
  { towns }: Services<{ towns: 'read' }>,
  ids: readonly string[],
  failed: string,
  act: (town: Town) => Promise<void>,
): Promise<void> {
  for (const id of ids) {
    try {
      const { town } = await towns.load(id);
      await act(town);
    } catch (error) {
      log('error', failed, { town: id, error: errorName(error) });
    }
  }
}
