import type { Services } from '../../../adapters/services.js';
import { given } from '../../../domain/words/given.js';
import { requestView } from '../../../domain/request/request-view.js';
import { openTracked } from '../open-tracked.js';
import { problemOfPage } from '../plain-pages/problem-of-page.js';
import { ROUTES } from './routes.js';
import { loadRules } from '../../use-cases/load-rules.js';
import { besideOf } from './beside.js';
import { ownOf } from './own.js';
import { personalDataOf } from './personal-data.js';
import type { FUNCTION } from './function.js';
import { showData, showTracked, showTrackForm, takeTrackForm } from './plain-tracking.js';
import { type CallOf, routeHandler } from '../../http/route-handler.js';

type Effects = Services<typeof FUNCTION>;

/**
 * `GET /requests/{id}?key=`: what the resident sees of a request. `/plain/track` and `/plain/r/{id}`: the same on a
 * page without scripts.
 */
export const createTrackRequest = (services: Effects) =>
  routeHandler(
    'track-request',
    ROUTES,
    {
      track: (call) => track(services, call),
      own: (call) => own(services, call),
      data: (call) => data(services, call),
      plainForm: (call) => showTrackForm(services, call),
      plainOpen: (call) => takeTrackForm(services, call),
      plainRequest: (call) => showTracked(services, call),
      plainData: (call) => showData(services, call),
    },
    problemOfPage,
  );

/** `GET /requests/{id}/own?key=`: apart from how it stands, which is asked again and again. */
async function own(services: Effects, call: CallOf<typeof ROUTES.own>) {
  const record = await openTracked(services, call);
  const { town } = await services.towns.load(record.town);
  const { words, looks } = await ownOf(services, record, town.settings);
  return call.answer(200, {
    ...given({ words }),
    looks: looks.map(({ at, role }) => ({ at: new Date(at).toISOString(), role })),
  });
}

/** `GET /requests/{id}/data?key=`: all that is kept of its resident with it. */
async function data(services: Effects, call: CallOf<typeof ROUTES.data>) {
  const record = await openTracked(services, call);
  const rules = await loadRules(services, record);
  return call.answer(200, await personalDataOf(services, record, rules, call.language));
}

async function track(services: Effects, call: CallOf<typeof ROUTES.track>) {
  const record = await openTracked(services, call);
  const [rules, beside] = await Promise.all([loadRules(services, record), besideOf(services, record)]);
  return call.answer(200, requestView(record, rules, call.language, beside));
}
