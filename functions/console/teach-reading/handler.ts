import { consoleHandler } from '../console-routes.js';
import { Remembered } from './remembered.js';
import { READING_ROUTES } from './routes.js';
import { removeTaught, showReading } from './show-reading.js';
import { takeOver } from './take-over.js';
import { teach } from './teach-from-request.js';
import type { Teaching } from './teaching.js';
import { tryTaught } from './try-taught.js';

/** `/admin/reading...`: how well the town reads free words, and what the desk teaches it where it reads them wrongly. */
export function createTeachReading(records: Omit<Teaching, 'remembered'>) {
  const services: Teaching = { ...records, remembered: new Remembered() };
  return consoleHandler('teach-reading', READING_ROUTES, {
    'POST /admin/requests/{id}/reading': teach(services),
    'GET /admin/reading': showReading(services),
    'DELETE /admin/reading/taught/{id}': removeTaught(services),
    'POST /admin/reading/try': tryTaught(services),
    'POST /admin/reading/take-over': takeOver(services),
  });
}
