import { textsRoute, textRoute, textsOfRequestRoute } from '../../../contracts/console/texts.js';

/** What is texted, both ways. */
export const ROUTES = {
  texts: textsRoute,
  text: textRoute,
  ofRequest: textsOfRequestRoute,
};
