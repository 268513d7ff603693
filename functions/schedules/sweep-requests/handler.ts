import { environment } from '../../../adapters/environment.js';
import { errorName, log } from '../../../adapters/log.js';
import { measure, secondsBetween } from '../../../adapters/metrics.js';
import type { Services } from '../../../adapters/services.js';
import type { Undone } from '../../../adapters/waiting-towns.js';
import { byTown, type SomeTowns } from '../../use-cases/by-town.js';
import { someTowns } from '../../use-cases/some-towns.js';
import { eraseAsked } from './erase-asked.js';
import { eraseOver } from './erase-over.js';
import type { FUNCTION } from './function.js';
import { sendUndelivered } from './send-undelivered.js';

type Effects = Services<typeof FUNCTION>;

/**
 * Starts every accepted request whose execution was never started, because the engine was down, sends every text that
 * its carrier did not take, and erases what residents want erased and, at night, what is kept no longer.
 */
export const createSweepRequests = (services: Effects) =>
  byTown(services, {
    failed: 'town not swept',
    towns: (at, from) => townsToSweep(services, at, from),
    work: async (town, at) => {
      await startUnstarted(services, town);
      await sendUndelivered(services, town, at);
      await eraseAsked(services, town, at);
      if (isOnTheHour(at)) await eraseOver(services, town, at);
    },
  });

/** The schedule comes every five minutes; once an hour it is looked whether something is kept no longer. */
const isOnTheHour = (at: number): boolean => new Date(at).getUTCMinutes() < 5;

/** Towns with work left undone; once an hour all, whose places in their list differ from those in the index. */
async function townsToSweep(services: Effects, at: number, from: string | undefined): Promise<SomeTowns> {
  const all = from?.startsWith(LIST) === true ? from.slice(LIST.length) : undefined;
  if (all === undefined) {
    const undone = await services.waiting.leftUndone(from);
    measureWaiting(undone, at);
    if (!isOnTheHour(at)) return undone;
    if (undone.next !== undefined) return { towns: [], next: undone.next };
  }
  const { towns, next } = await someTowns(services, all);
  return { towns, next: next && `${LIST}${next}` };
}

const LIST = 'town:';

/** Says what waits, so that it is seen whether residents do. None is said too, or silence would look like it. */
const measureWaiting = (
  { undelivered, refused, oldestText, unstartedSince, erasuresSince }: Undone,
  at: number,
): void =>
  measure(at, {
    OldestUndeliveredText: secondsBetween(oldestText ?? at, at),
    UndeliveredTexts: undelivered,
    RefusedTexts: refused,
    OldestUnstartedRequest: secondsBetween(Math.min(at, ...unstartedSince), at),
    OldestErasure: secondsBetween(Math.min(at, ...erasuresSince), at),
  });

async function startUnstarted({ requests, workflow }: Effects, town: string): Promise<void> {
  for (const { id, execution } of await requests.unstarted(town)) {
    try {
      await workflow.start(environment('requestMachine'), town, id, execution);
    } catch (error) {
      // One that cannot be started does not keep the others waiting; the next sweep tries it again.
      log('warn', 'execution not started', { request: id, error: errorName(error) });
    }
  }
}
