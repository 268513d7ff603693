import type { UndeliveredTexts } from '../../../adapters/text-store.js';
import { errorName, log } from '../../../adapters/log.js';
import type { Services } from '../../../adapters/services.js';
import type { Town } from '../../../domain/town/schema.js';
import { eachTown } from '../../use-cases/each-town.js';
import { isTextOver } from '../../use-cases/is-text-over.js';
import type { FUNCTION } from './function.js';

/** As many as are sent within a function's time, about five a second; the next run takes the rest. */
const AT_A_TIME = 1000;
/** Of a town, however many there are. */
const LEAST_OF_A_TOWN = 20;
/** After as many that are refused, or fail, the rest would too. */
const FAILURES = 5;
/** What comes up while others are sent waits behind them: it is looked for again, so that a busy town is not behind for ever. */
const LOOKS = 5;

/** Sends the texts that their carriers did not take, each town's until its carrier takes no more; only towns of such texts are looked at. */
export async function sendUndelivered(services: Services<typeof FUNCTION>, at: number): Promise<void> {
  const isOver = new Set<string>();
  let left = AT_A_TIME;
  for (let look = 0; look < LOOKS; look += 1) {
    const undelivered = await services.texts.stored.undelivered();
    const towns = [...undelivered.keys()].filter((town) => !isOver.has(town));
    if (towns.length === 0 || left <= 0) return;
    const share = Math.max(LEAST_OF_A_TOWN, Math.floor(left / towns.length));
    for (const town of towns) isOver.add(town);
    await eachTown(services, towns, 'undelivered texts not sent', async (town) => {
      const { waiting, refused }: UndeliveredTexts = undelivered.get(town.settings.id) ?? NONE;
      // What was refused is tried again once in a run.
      const purposes = look === 0 ? [...waiting, ...refused] : waiting;
      const some = purposes.slice(0, share);
      left -= some.length;
      if (await sendOf(services, town, some, at)) isOver.delete(town.settings.id);
    });
  }
}

const NONE: UndeliveredTexts = { waiting: [], refused: [], since: undefined };

/** Whether all of them went: more may go. */
async function sendOf(
  services: Services<typeof FUNCTION>,
  town: Town,
  purposes: readonly string[],
  at: number,
): Promise<boolean> {
  const isNeeded = isTextOver(services, town);
  const counts = { taken: 0, refused: 0, down: 0, failed: 0 };
  for (const purpose of purposes) {
    const outcome = await services.texts
      .sendUndelivered(town, purpose, at, isNeeded)
      .catch((error: unknown) => {
        // One that cannot be read does not keep the others waiting.
        log('error', 'undelivered text not sent', { town: town.settings.id, error: errorName(error) });
        return 'failed' as const;
      });
    counts[outcome] += 1;
    if (counts.down > 0 || counts.refused + counts.failed >= FAILURES) break;
  }
  log('info', 'undelivered texts', { town: town.settings.id, waiting: purposes.length, ...counts });
  return purposes.length > 0 && counts.taken === purposes.length;
}
