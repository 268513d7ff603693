import type { Services } from '../../../adapters/services.js';
import type { FUNCTION } from './function.js';
import { listTexts } from './list-texts.js';
import { ROUTES } from './routes.js';
import { showText } from './show-text.js';
import { textsOfRequest } from './texts-of-request.js';
import { routeHandler } from '../../http/route-handler.js';

/**
 * Texts in both directions: lists with everything personal masked, and one text as it was. Each look stands in the
 * trail.
 */
export const createReadTexts = (services: Services<typeof FUNCTION>) =>
  routeHandler('read-texts', ROUTES, {
    texts: (call) => listTexts(services, call),
    text: (call) => showText(services, call),
    ofRequest: (call) => textsOfRequest(services, call),
  });
