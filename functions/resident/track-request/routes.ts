import { ownRoute, trackRoute } from '../../../contracts/resident/request.js';
import { personalDataRoute } from '../../../contracts/resident/personal-data.js';
import { page } from '../../../contracts/route.js';

/** Following a request: by the app or a program, and without scripts. */
export const ROUTES = {
  track: trackRoute,
  own: ownRoute,
  data: personalDataRoute,
  plainForm: page('GET', '/plain/track'),
  plainOpen: page('POST', '/plain/track'),
  plainRequest: page('GET', '/plain/r/{id}'),
  plainData: page('GET', '/plain/r/{id}/data'),
};
