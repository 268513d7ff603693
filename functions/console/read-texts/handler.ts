import type { Services } from '../../../adapters/services.js';
import { consoleHandler } from '../console-routes.js';
import { listTexts } from './list-texts.js';
import { TEXT_ROUTES } from './routes.js';
import { showText } from './show-text.js';
import { textsOfRequest } from './texts-of-request.js';

/** What is texted, both ways: lists with everything personal masked, and one text as it was. Each look stands in the trail. */
export const createReadTexts = (services: Pick<Services, 'towns' | 'textLog' | 'audits'>) =>
  consoleHandler('read-texts', TEXT_ROUTES, {
    'GET /admin/texts': (call) => listTexts(services, call),
    'GET /admin/texts/{id}': (call) => showText(services, call),
    'GET /admin/requests/{id}/texts': (call) => textsOfRequest(services, call),
  });
