import {
  teachRoute,
  readingRoute,
  removeTaughtRoute,
  tryTaughtRoute,
  takeOverRoute,
} from '../../../contracts/console/reading.js';

/** How the town reads free words, and what it is taught. */
export const ROUTES = {
  teach: teachRoute,
  reading: readingRoute,
  removeTaught: removeTaughtRoute,
  tryTaught: tryTaughtRoute,
  takeOver: takeOverRoute,
};
