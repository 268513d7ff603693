import { optionalEnvironment } from '../../../adapters/environment.js';
import { errorName, log } from '../../../adapters/log.js';
import { measure, secondsBetween } from '../../../adapters/metrics.js';
import type { Services } from '../../../adapters/services.js';
import { dueRounds } from '../../../domain/rounds/due-rounds.js';
import { allTowns, eachTown, scheduledAt } from '../../use-cases/each-town.js';
import type { FUNCTION } from './function.js';

type Effects = Services<typeof FUNCTION>;

/** A round leaves its first trace within minutes. Milliseconds. */
const OVERDUE_AFTER = 3_600_000;

/**
 * Starts every town's rounds that became due, by the town's own times; one that was started before is left alone. Says how many left no
 * trace, and how old the latest backup is.
 */
export const createStartRounds =
  (services: Effects) =>
  async (event: unknown): Promise<void> => {
    const at = scheduledAt(event);
    const ids = await allTowns(services);
    let OverdueRounds = 0;
    await eachTown(services, ids, 'rounds not started', async ({ settings }) => {
      const overdue = dueRounds(settings, at - OVERDUE_AFTER);
      for (const round of dueRounds(settings, at)) {
        const machine = optionalEnvironment(round.kind);
        if (machine === undefined || (await services.rounds.find(settings.id, round.kind, round.date)))
          continue;
        if (overdue.some(({ kind, date }) => kind === round.kind && date === round.date)) OverdueRounds += 1;
        await services.workflow.startRound(machine, settings.id, round.date);
      }
    });
    measure(at, { OverdueRounds, ...(await backupAge(services, at)) });
  };

/** A table that cannot be restored has no age: who watches it notices that as much as a great one. */
async function backupAge({ backups }: Effects, at: number): Promise<{ BackupAge?: number }> {
  try {
    const latest = await backups.latest();
    return latest === undefined ? {} : { BackupAge: secondsBetween(latest, at) };
  } catch (error) {
    log('warn', 'backup not looked at', { error: errorName(error) });
    return {};
  }
}
