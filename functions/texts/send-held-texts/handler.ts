import { errorName, log } from '../../../adapters/log.js';
import type { Services } from '../../../adapters/services.js';
import { whenToText } from '../../../domain/deadlines/quiet-hours.js';
import type { Town } from '../../../domain/town/schema.js';
import { byTown } from '../../use-cases/by-town.js';
import { isTextOver } from '../../use-cases/is-text-over.js';
import type { FUNCTION } from './function.js';
import { type Due, sendSummaries } from './send-summaries.js';

/** As many of a town as are sent well within a function's time, about ten a second; its next turn takes the rest. */
const AT_A_TIME = 150;

type Effects = Services<typeof FUNCTION>;

/** Sends the texts of every town that were held and whose time has come; only these towns are looked at. */
export const createSendHeldTexts = (services: Effects) =>
  byTown(services, {
    failed: 'held texts not sent',
    towns: (at, from) => services.waiting.holding(at, from),
    work: (town, at) => sendHeld(services, town, at),
  });

async function sendHeld(services: Effects, id: string, at: number): Promise<'more' | void> {
  const { texts, summaries, isAll } = await services.texts.stored.due(id, at, AT_A_TIME);
  const { town } = await services.towns.load(id);
  // A run that comes late finds the town asleep again.
  if (whenToText(at, town.settings) !== at) return;
  const isOver = isTextOver(services, town);
  await sendDue(services, town, texts, { at, isOver });
  await sendSummaries(services, town, summaries, { at, isOver });
  if (!isAll) return 'more';
}

async function sendDue(
  { texts }: Effects,
  town: Town,
  purposes: readonly string[],
  { at, isOver }: Due,
): Promise<void> {
  for (const purpose of purposes) {
    try {
      await texts.sendHeld(town, purpose, at, isOver);
    } catch (error) {
      // One that cannot be sent does not keep the others waiting; the next run tries it again.
      log('warn', 'held text not sent', { town: town.settings.id, error: errorName(error) });
    }
  }
}
