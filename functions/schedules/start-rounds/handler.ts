import { optionalEnvironment } from '../../../adapters/environment.js';
import type { Services } from '../../../adapters/services.js';
import { type DueRound, dueRounds } from '../../../domain/rounds/due-rounds.js';
import { eachTown, scheduledAt } from '../../use-cases/each-town.js';
import type { FUNCTION } from './function.js';

type Effects = Services<typeof FUNCTION>;

/** Starts every town's rounds that became due, by the town's own times; one that was started before is left alone. */
export const createStartRounds =
  (services: Effects) =>
  async (event: unknown): Promise<void> => {
    const at = scheduledAt(event);
    const { towns = [] } = (await services.towns.directory()) ?? {};
    const ids = towns.map(({ id }) => id);
    await eachTown(services, ids, 'rounds not started', async ({ settings }) => {
      for (const round of dueRounds(settings, at)) await startRound(services, settings.id, round);
    });
  };

async function startRound({ rounds, workflow }: Effects, town: string, round: DueRound): Promise<void> {
  const machine = optionalEnvironment(round.kind);
  if (machine === undefined || (await rounds.find(town, round.kind, round.date))) return;
  await workflow.startRound(machine, town, round.date);
}
