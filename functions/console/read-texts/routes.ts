import { textsRoute, textRoute, textsOfRequestRoute } from '../../../contracts/console/texts.js';
import { guardedOf } from '../console-routes.js';

/** What is texted, both ways. */
export const ROUTES = {
  texts: textsRoute,
  text: textRoute,
  ofRequest: textsOfRequestRoute,
};

export const TEXT_ROUTES = guardedOf(ROUTES);
