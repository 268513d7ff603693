import type { Services } from '../../../adapters/services.js';
import { requestView } from '../../../domain/request/request-view.js';
import { type HttpCall, httpHandler, json } from '../../http/http-handler.js';
import { openTracked } from '../open-tracked.js';
import { problemResponse } from '../../http/problem.js';
import { plainProblem } from '../plain-pages/plain-page.js';
import { loadRules } from '../../use-cases/load-rules.js';
import { besideOf } from './beside.js';
import { showTracked, showTrackForm, takeTrackForm } from './plain-tracking.js';

type Effects = Pick<Services, 'towns' | 'requests' | 'quotas' | 'workPhotos'>;

const isPlain = (routeKey: string): boolean => routeKey.includes(' /plain/');

/**
 * `GET /requests/{id}?key=`: what the resident sees of a request. `/plain/track` and `/plain/r/{id}`: the same on a page without
 * scripts.
 */
export const createTrackRequest = (services: Effects) =>
  httpHandler(
    'track-request',
    async (call) => {
      switch (call.event.routeKey) {
        case 'GET /plain/track':
          return showTrackForm(services, call);
        case 'POST /plain/track':
          return takeTrackForm(services, call);
        case 'GET /plain/r/{id}':
          return showTracked(services, call);
        default:
          return track(services, call);
      }
    },
    (problem, language, event) =>
      isPlain(event.routeKey) ? plainProblem(problem, language) : problemResponse(problem, language),
  );

async function track(services: Effects, call: HttpCall) {
  const record = await openTracked(services, call);
  const [rules, beside] = await Promise.all([loadRules(services, record), besideOf(services, record)]);
  return json(200, requestView(record, rules, call.language, beside));
}
