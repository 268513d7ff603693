import { errorName, log } from '../../adapters/log.js';
import type { Services } from '../../adapters/services.js';
import type { StoredText } from '../../adapters/text-store.js';
import { whenToText } from '../../domain/calendar/quiet-hours.js';
import type { Town } from '../../domain/town/schema.js';
import { eachTown } from '../use-cases/each-town.js';
import { sendSummaries } from './send-summaries.js';

/** As many as are sent well within a function's time, about ten a second; the next run takes the rest. */
const AT_A_TIME = 200;

type Effects = Pick<Services, 'towns' | 'texts' | 'asks'>;

/** Sends the texts of every town that were held and whose time has come. */
export const createSendHeldTexts = (services: Effects) =>
  eachTown(services, 'held texts not sent', async (effects, town, at) => {
    // A run that comes late finds the town asleep again.
    if (whenToText(at, town.settings) !== at) return;
    await sendDue(effects, town, at);
    await sendSummaries(effects, town, at);
  });

async function sendDue({ texts, asks }: Effects, town: Town, at: number): Promise<void> {
  const isOver = async ({ ask }: StoredText): Promise<boolean> =>
    ask !== undefined && (await asks.find({ town: town.settings.id, ...ask }))?.state !== 'open';
  for (const purpose of await texts.stored.due(town.settings.id, at, AT_A_TIME)) {
    try {
      await texts.sendHeld(town, purpose, at, isOver);
    } catch (error) {
      // One that cannot be sent does not keep the others waiting; the next run tries it again.
      log('warn', 'held text not sent', { town: town.settings.id, error: errorName(error) });
    }
  }
}
