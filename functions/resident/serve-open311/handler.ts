import type { Services } from '../../../adapters/services.js';
import { Problem } from '../../http/problem.js';
import { submitByOpen311 } from './submit-by-open311.js';
import { answer, answerErrors, withoutFormat } from './format.js';
import type { FUNCTION } from './function.js';
import { openJurisdiction, type PlaceCall } from './jurisdiction.js';
import { listRequests, showOne } from './list-requests.js';
import { ROUTES } from './routes.js';
import { serviceDefinition, serviceList } from './services.js';
import { type CallOf, routeHandler } from '../../http/route-handler.js';

type Stores = Services<typeof FUNCTION>;

/** Open311 GeoReport v2 (https://wiki.open311.org/GeoReport_v2): its clients list, submit and follow requests. */
export const createServeOpen311 = (services: Stores) =>
  routeHandler(
    'serve-open311',
    ROUTES,
    {
      servicesJson: (call) => showServices(services, call),
      servicesXml: (call) => showServices(services, call),
      definition: (call) => showDefinition(services, call),
      requestsJson: (call) => listRequests(services, call),
      requestsXml: (call) => listRequests(services, call),
      request: (call) => showOne(services, call),
      submitJson: (call) => submitByOpen311(services, call),
      submitXml: (call) => submitByOpen311(services, call),
    },
    answerErrors,
  );

async function showServices(services: Services<{ towns: 'read' | 'find' }>, call: PlaceCall) {
  const { jurisdiction_id } = call.query();
  const { town } = await openJurisdiction(services, call, jurisdiction_id);
  return answer(call.event, 200, 'services', serviceList(town, call.language));
}

async function showDefinition(
  services: Services<{ towns: 'read' | 'find' }>,
  call: CallOf<typeof ROUTES.definition>,
) {
  const { jurisdiction_id } = call.query();
  const { town } = await openJurisdiction(services, call, jurisdiction_id);
  const code = withoutFormat(call.params.code);
  const category = town.categories.find(({ id }) => id === code);
  if (!category) throw new Problem('not-found');
  return answer(call.event, 200, 'service_definition', serviceDefinition(town, category, call.language));
}
