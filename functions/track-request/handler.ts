import type { Services } from '../../adapters/services.js';
import { requestView } from '../../domain/request/request-view.js';
import { httpHandler, json } from '../http/http-handler.js';
import { openTracked } from '../http/open-tracked.js';
import { loadRules } from '../use-cases/load-rules.js';

/** `GET /requests/{id}?key=`: what the resident sees of a request. */
export const createTrackRequest = (services: Pick<Services, 'towns' | 'requests'>) =>
  httpHandler('track-request', async (call) => {
    const record = await openTracked(services, call);
    return json(200, requestView(record, await loadRules(services, record), call.language));
  });
