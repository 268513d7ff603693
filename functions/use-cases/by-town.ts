import * as z from 'zod';
import { errorName, log } from '../../adapters/log.js';
import type { Services } from '../../adapters/services.js';
import { type Turn, turnIn } from '../../adapters/turn-queue.js';

/** The event of the schedule: the time it was to fire at, whenever it does. */
const scheduled = z
  .object({ at: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)) })
  .strict();
/** The messages of the queue. */
const queued = z.object({ Records: z.array(z.object({ body: z.string() })) });

/** Towns for which there is work, and from where to look for more. */
export interface SomeTowns {
  readonly towns: readonly string[];
  readonly next?: string | undefined;
}

export interface WorkByTown {
  /** Looks for the next towns with work, a bounded number a call. */
  readonly towns: (at: number, from: string | undefined) => Promise<SomeTowns>;
  /** Does a bounded piece of one town's work; `more` when some is left. */
  readonly work: (town: string, at: number) => Promise<'more' | void>;
  /** The line in the log when a town's work failed. */
  readonly failed: string;
}

/** Turns of one town in a row: Lambda takes sixteen for a loop, and stops it. The rest is the next run's. */
const IN_A_ROW = 8;

/**
 * A scheduled function that works on one town a call: the schedule's call gives each town its turn, by the function's
 * own queue, so that however many there are no call has more to do than one, and a town for which it fails, or takes
 * long, keeps no other waiting. What failed is logged, and the next run tries it again.
 */
export const byTown =
  ({ turns }: Services<{ turns: 'give' }>, { towns, work, failed }: WorkByTown) =>
  async (event: unknown): Promise<void> => {
    for (const turn of turnsOf(event)) {
      const more = 'town' in turn ? await takeTurn(turn) : await turnsFrom(turn);
      if (more.length > 0) await turns.give(more);
    }

    async function turnsFrom({ at, from }: { at: number; from?: string }): Promise<Turn[]> {
      const found = await towns(at, from);
      return [
        ...found.towns.map((town) => ({ at, town, nth: 1 })),
        ...(found.next === undefined ? [] : [{ at, from: found.next }]),
      ];
    }

    async function takeTurn({ at, town, nth }: Extract<Turn, { town: string }>): Promise<Turn[]> {
      try {
        const left = await work(town, at);
        return left === 'more' && nth < IN_A_ROW ? [{ at, town, nth: nth + 1 }] : [];
      } catch (error) {
        log('error', failed, { town, error: errorName(error) });
        return [];
      }
    }
  };

function turnsOf(event: unknown): (Turn | { readonly at: number; readonly from?: never })[] {
  const queue = queued.safeParse(event);
  return queue.success ? queue.data.Records.map(({ body }) => turnIn(body)) : [scheduled.parse(event)];
}
