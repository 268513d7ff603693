import type { Services } from '../../../adapters/services.js';
import type { FUNCTION } from './function.js';
import { Remembered } from './remembered.js';
import { ROUTES } from './routes.js';
import { removeTaught, showReading } from './show-reading.js';
import { takeOver } from './take-over.js';
import { teach } from './teach-from-request.js';
import type { Teaching } from './teaching.js';
import { tryTaught } from './try-taught.js';
import { routeHandler } from '../../http/route-handler.js';

/** `/admin/reading...`: how well the town reads free words, and the desk's lessons where it reads them wrongly. */
export function createTeachReading(records: Services<typeof FUNCTION>) {
  const services: Teaching = { ...records, remembered: new Remembered() };
  return routeHandler('teach-reading', ROUTES, {
    teach: teach(services),
    reading: showReading(services),
    removeTaught: removeTaught(services),
    tryTaught: tryTaught(services),
    takeOver: takeOver(services),
  });
}
