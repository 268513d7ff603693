import type { Services } from '../../../adapters/services.js';
import { type HttpCall, httpHandler } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { readQuery } from '../../http/read-query.js';
import { fileRequest } from './file-request.js';
import { answer, answerErrors, withoutFormat } from './format.js';
import { openJurisdiction } from './jurisdiction.js';
import { listRequests, showOne } from './list-requests.js';
import { placeQuery } from './schemas.js';
import { serviceDefinition, serviceList } from './services.js';

type Stores = Pick<Services, 'towns' | 'requests' | 'history' | 'workflow' | 'callers' | 'floods' | 'texts'>;

/** Open311 GeoReport v2 (https://wiki.open311.org/GeoReport_v2), so that its clients can list, file and follow requests. */
export const createServeOpen311 = (services: Stores) =>
  httpHandler(
    'serve-open311',
    async (call) => {
      const route = withoutFormat(call.event.routeKey).replace('/open311/v2/', '');
      switch (route) {
        case 'GET services':
          return showServices(services, call);
        case 'GET services/{code}':
          return showDefinition(services, call);
        case 'GET requests':
          return listRequests(services, call);
        case 'POST requests':
          return fileRequest(services, call);
        case 'GET requests/{id}':
          return showOne(services, call);
        default:
          throw new Problem('not-found');
      }
    },
    answerErrors,
  );

async function showServices(services: Pick<Services, 'towns'>, call: HttpCall) {
  const { jurisdiction_id } = readQuery(call, placeQuery);
  const { town } = await openJurisdiction(services, call, jurisdiction_id);
  return answer(call.event, 200, 'services', serviceList(town, call.language));
}

async function showDefinition(services: Pick<Services, 'towns'>, call: HttpCall) {
  const { jurisdiction_id } = readQuery(call, placeQuery);
  const { town } = await openJurisdiction(services, call, jurisdiction_id);
  const code = withoutFormat(call.event.pathParameters?.['code']);
  const category = town.categories.find(({ id }) => id === code);
  if (!category) throw new Problem('not-found');
  return answer(call.event, 200, 'service_definition', serviceDefinition(town, category, call.language));
}
