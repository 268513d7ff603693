import { errorName, log } from '../../../adapters/log.js';
import type { Services } from '../../../adapters/services.js';
import type { Town } from '../../../domain/town/schema.js';
import { isTextOver } from '../../use-cases/is-text-over.js';
import type { FUNCTION } from './function.js';

/** As many of a town as are sent within a function's time, about five a second; the next run takes the rest. */
const AT_A_TIME = 1000;
/** After as many that are refused, or fail, the rest would too. */
const FAILURES = 5;
/**
 * Texts that come up while others are sent wait behind them: they are looked for again, so that a busy town is not
 * behind for ever.
 */
const LOOKS = 5;

/** Sends the texts of a town that its carrier did not take, until it takes no more. */
export async function sendUndelivered(
  services: Services<typeof FUNCTION>,
  id: string,
  at: number,
): Promise<void> {
  let left = AT_A_TIME;
  for (let look = 0; look < LOOKS && left > 0; look += 1) {
    const { waiting, refused } = await services.texts.stored.undelivered(id, left);
    // A refused text is tried again once in a run.
    const purposes = (look === 0 ? [...waiting, ...refused] : waiting).slice(0, left);
    if (purposes.length === 0) return;
    left -= purposes.length;
    const { town } = await services.towns.load(id);
    if (!(await sendOf(services, town, purposes, at))) return;
  }
}

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
  return counts.taken === purposes.length;
}
