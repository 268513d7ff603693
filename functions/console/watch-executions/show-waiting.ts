import definition from '../../../workflows/resident-request.asl.json' with { type: 'json' };
import { countWaiting, isWaiting } from '../../../domain/executions/waiting-state.js';
import type { Services } from '../../../adapters/services.js';
import type { waitingRoute } from '../../../contracts/console/executions.js';
import { isAbout } from '../is-about.js';
import type { CallOf } from '../../http/route-handler.js';

/** `GET /admin/executions/waiting`: every open request counted on the state in which it waits; no complaint about staff is among them, and none that may be about whoever asks. */
export const showWaiting =
  ({ board, towns }: Services<{ board: 'list'; towns: 'read' }>) =>
  async (call: CallOf<typeof waitingRoute>) => {
    const [{ town }, rows] = await Promise.all([towns.load(call.user.town), board.allOpen(call.user.town)]);
    const open = rows.map(({ facts }) => facts).filter((one) => isWaiting(one) && !isAbout(call, one));
    return call.answer(200, {
      machine: 'resident-request',
      definition: JSON.stringify(definition),
      states: countWaiting(open, call.at, town.settings.timeZone),
    });
  };
