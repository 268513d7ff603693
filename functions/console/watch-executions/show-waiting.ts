import definition from '../../../workflows/resident-request.asl.json' with { type: 'json' };
import { countWaiting } from '../../../domain/executions/waiting-state.js';
import type { Services } from '../../../adapters/services.js';
import type { waitingRoute } from '../../../contracts/console/executions.js';
import { isAbout } from '../is-about.js';
import type { CallOf } from '../../http/route-handler.js';

/**
 * `GET /admin/executions/waiting`: open requests by the state they wait in, without any that may be about the caller.
 */
export const showWaiting =
  ({ board, towns }: Services<{ board: 'readOpen'; towns: 'read' }>) =>
  async (call: CallOf<typeof waitingRoute>) => {
    const [{ town }, facts] = await Promise.all([
      towns.load(call.user.town),
      // Closed requests are of no interest: an empty span.
      board.openSince(call.user.town, { from: call.at, to: call.at }),
    ]);
    const open = facts.filter((one) => one.closedAt === undefined && !isAbout(call, one));
    return call.answer(200, {
      machine: 'resident-request',
      definition: JSON.stringify(definition),
      states: countWaiting(open, call.at, town.settings.timeZone),
    });
  };
