import { optionalEnvironment } from '../../../adapters/environment.js';
import { errorName, log } from '../../../adapters/log.js';
import { measure, secondsBetween } from '../../../adapters/metrics.js';
import type { Services } from '../../../adapters/services.js';
import { dueRounds } from '../../../domain/rounds/due-rounds.js';
import { byTown } from '../../use-cases/by-town.js';
import { someTowns } from '../../use-cases/some-towns.js';
import type { FUNCTION } from './function.js';

type Effects = Services<typeof FUNCTION>;

/** A round leaves its first trace within minutes. Milliseconds. */
const OVERDUE_AFTER = 3_600_000;

/**
 * Starts every town's rounds that became due, by the town's own times; one that was started before is left alone. Says
 * how many left no trace, and how old the latest backup is.
 */
export const createStartRounds = (services: Effects) =>
  byTown(services, {
    failed: 'rounds not started',
    towns: async (at, from) => {
      const found = await someTowns(services, from);
      const none = found.towns.length === 0 ? { OverdueRounds: 0 } : {};
      if (from === undefined) measure(at, { ...none, ...(await backupAge(services, at)) });
      return found;
    },
    work: (town, at) => startRounds(services, town, at),
  });

async function startRounds({ towns, rounds, workflow }: Effects, town: string, at: number): Promise<void> {
  const settings = await towns.settings(town);
  const overdue = dueRounds(settings, at - OVERDUE_AFTER);
  let OverdueRounds = 0;
  try {
    for (const round of dueRounds(settings, at)) {
      const machine = optionalEnvironment(round.kind);
      if (machine === undefined || (await rounds.find(town, round.kind, round.date))) continue;
      if (overdue.some(({ kind, date }) => kind === round.kind && date === round.date)) OverdueRounds += 1;
      await workflow.startRound(machine, town, round.date);
    }
  } finally {
    // One that cannot be started is what is to be known. That none is overdue is said by each town's turn: were there
    // no turns, silence would tell.
    measure(at, { OverdueRounds });
  }
}

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
