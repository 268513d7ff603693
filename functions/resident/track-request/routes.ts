import { ownRoute, trackRoute } from '../../../contracts/resident/request.js';
import { page } from '../../../contracts/route.js';

/** Following a request: by the app or a program, and without scripts. */
export const ROUTES = {
  track: trackRoute,
  own: ownRoute,
  plainForm: page('GET', '/plain/track'),
  plainOpen: page('POST', '/plain/track'),
  plainRequest: page('GET', '/plain/r/{id}'),
};
