import type { Services } from '../../../adapters/services.js';
import type { adminPointsRoute } from '../../../contracts/resident/map.js';
import { openPoints } from '../../../domain/daily-close/open-points.js';
import type { CallOf } from '../../http/route-handler.js';
import { isAbout } from '../is-about.js';
import { happeningsIn } from '../../use-cases/happenings.js';

/** `GET /admin/map/points`: where what is open is, but for what may be about whoever asks. */
export async function showPoints(
  services: Services<{ towns: 'read'; history: 'read' | 'readRequests' }>,
  call: CallOf<typeof adminPointsRoute>,
) {
  const { town } = await services.towns.load(call.user.town);
  const { requests } = await happeningsIn(services, town, { from: call.at, to: call.at + 1 });
  const shown = requests.filter((one) => !isAbout(call, one));
  return call.answer(200, { points: openPoints(shown, town, call.at, 'staff') });
}
