import { signInCodeRoute, signInRoute } from '../../../contracts/staff/work.js';

/** How staff come in. */
export const ROUTES = {
  askForCode: signInCodeRoute,
  signIn: signInRoute,
};
