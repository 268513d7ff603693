import * as z from 'zod';
import { optionalEnvironment } from '../../adapters/environment.js';
import { errorName, log } from '../../adapters/log.js';
import type { Services } from '../../adapters/services.js';
import { type DueRound, dueRounds } from '../../domain/rounds/due-rounds.js';

/** What the schedule sends: the time it was to fire at, whenever it does. */
const scheduled = z.object({ at: z.iso.datetime({ offset: true }).transform((text) => Date.parse(text)) });

type Effects = Pick<Services, 'towns' | 'rounds' | 'workflow'>;

/** Starts every town's rounds that became due, by the town's own times; one that was started before is left alone. */
export const createStartRounds =
  (services: Effects) =>
  async (event: unknown): Promise<void> => {
    const { at } = scheduled.parse(event);
    const directory = await services.towns.directory();
    for (const { id } of directory?.towns ?? []) {
      try {
        const { town } = await services.towns.load(id);
        for (const round of dueRounds(town.settings, at)) await startRound(services, id, round);
      } catch (error) {
        // A town whose rounds cannot be started does not keep the others waiting; the next half hour tries again.
        log('error', 'rounds not started', { town: id, error: errorName(error) });
      }
    }
  };

async function startRound({ rounds, workflow }: Effects, town: string, round: DueRound): Promise<void> {
  const machine = optionalEnvironment(round.kind);
  if (machine === undefined || (await rounds.find(town, round.kind, round.date))) return;
  await workflow.startRound(machine, town, round.date);
}
