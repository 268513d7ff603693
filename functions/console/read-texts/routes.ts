import { textsRoute, textRoute, textsOfRequestRoute } from '../../../contracts/console/texts.js';

/** Texts in both directions. */
export const ROUTES = {
  texts: textsRoute,
  text: textRoute,
  ofRequest: textsOfRequestRoute,
};
