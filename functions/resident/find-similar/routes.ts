import { similarRoute } from '../../../contracts/resident/similar.js';

/** Before somebody reports what was reported already. */
export const ROUTES = {
  similar: similarRoute,
};
