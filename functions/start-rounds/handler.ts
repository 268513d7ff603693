import { optionalEnvironment } from '../../adapters/environment.js';
import type { Services } from '../../adapters/services.js';
import { type DueRound, dueRounds } from '../../domain/rounds/due-rounds.js';
import { eachTown } from '../use-cases/each-town.js';

type Effects = Pick<Services, 'towns' | 'rounds' | 'workflow'>;

/** Starts every town's rounds that became due, by the town's own times; one that was started before is left alone. */
export const createStartRounds = (services: Effects) =>
  eachTown(services, 'rounds not started', async (effects, { settings }, at) => {
    for (const round of dueRounds(settings, at)) await startRound(effects, settings.id, round);
  });

async function startRound({ rounds, workflow }: Effects, town: string, round: DueRound): Promise<void> {
  const machine = optionalEnvironment(round.kind);
  if (machine === undefined || (await rounds.find(town, round.kind, round.date))) return;
  await workflow.startRound(machine, town, round.date);
}
