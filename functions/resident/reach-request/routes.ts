import { trackingCodeRoute, trackingKeyRoute } from '../../../contracts/resident/request.js';
import { page } from '../../../contracts/route.js';

/** Reaching a request again without its key: by the app or a program, and without scripts. */
export const ROUTES = {
  askForCode: trackingCodeRoute,
  reach: trackingKeyRoute,
  plainCode: page('POST', '/plain/codes'),
  plainReach: page('POST', '/plain/keys'),
};
