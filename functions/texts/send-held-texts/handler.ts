import { errorName, log } from '../../../adapters/log.js';
import type { Services } from '../../../adapters/services.js';
import { whenToText } from '../../../domain/deadlines/quiet-hours.js';
import type { Town } from '../../../domain/town/schema.js';
import { eachTown, scheduledAt } from '../../use-cases/each-town.js';
import { isTextOver } from '../../use-cases/is-text-over.js';
import type { FUNCTION } from './function.js';
import { type Due, sendSummaries } from './send-summaries.js';

/** As many as are sent well within a function's time, about ten a second; the next run takes the rest. */
const AT_A_TIME = 200;

type Effects = Services<typeof FUNCTION>;

/** Sends the texts of every town that were held and whose time has come; only these towns are looked at. */
export const createSendHeldTexts =
  (services: Effects) =>
  async (event: unknown): Promise<void> => {
    const at = scheduledAt(event);
    const due = await services.texts.stored.due(at);
    await eachTown(services, [...due.keys()], 'held texts not sent', async (town) => {
      // A run that comes late finds the town asleep again.
      if (whenToText(at, town.settings) !== at) return;
      const { texts = [], summaries = [] } = due.get(town.settings.id) ?? {};
      const isOver = isTextOver(services, town);
      await sendDue(services, town, texts.slice(0, AT_A_TIME), { at, isOver });
      await sendSummaries(services, town, summaries, { at, isOver });
    });
  };

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
