import type { Services } from '../../../adapters/services.js';
import { audit } from '../audit.js';
import type { ConsoleCall } from '../console-routes.js';
import { json } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import type { PersonAnswer } from '../../../contracts/console-requests.js';
import { openRequest } from './open-request.js';

/** `GET /admin/requests/{id}/person`: who the resident is and what they said, once it stands in the trail who looked. */
export async function showPerson(services: Pick<Services, 'requests' | 'audits'>, call: ConsoleCall) {
  const { town, id } = await openRequest(services, call);
  await audit(services, call, { action: 'person.read', subject: id });
  const person = await services.requests.findPerson(town, id);
  if (!person) throw new Problem('not-found');
  const { name, phone, filedBy, description, location } = person;
  const answer: PersonAnswer = {
    phone,
    description,
    ...(name === undefined ? {} : { name }),
    ...(filedBy === undefined ? {} : { filedBy }),
    ...(location === undefined ? {} : { location }),
  };
  return json(200, answer);
}
