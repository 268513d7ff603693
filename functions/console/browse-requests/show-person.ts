import { wordsOf } from '../../../domain/access/known-resident.js';
import type { Services } from '../../../adapters/services.js';
import { auditRequest } from '../audit.js';
import { mayReadPerson } from '../../../domain/access/may-see.js';
import { Problem } from '../../http/problem.js';
import type { personRoute } from '../../../contracts/console/requests.js';
import { openRequest } from './open-request.js';
import type { CallOf } from '../../http/route-handler.js';
import { given } from '../../../domain/words/given.js';

/** `GET /admin/requests/{id}/person`: who the resident is and what they said, once it stands in the trail who looked. */
export async function showPerson(
  services: Services<{ audits: 'record'; requests: 'read' | 'readPerson' }>,
  call: CallOf<typeof personRoute>,
) {
  const record = await openRequest(services, call);
  if (!mayReadPerson(call.user, record)) throw new Problem('forbidden');
  await auditRequest(services, call, record, 'person.read');
  const person = await services.requests.findPerson(record.town, record.id);
  if (!person) throw new Problem('not-found');
  const { name, phone, filedBy, location } = person;
  return call.answer(200, {
    phone,
    description: wordsOf(person),
    ...given({ name, filedBy, location }),
  });
}
