import { wordsOf } from '../../../domain/access/known-resident.js';
import type { Services } from '../../../adapters/services.js';
import { auditRequest } from '../audit.js';
import { mayReadPerson } from '../../../domain/access/may-see.js';
import { Problem } from '../../http/problem.js';
import type { PersonAnswer, personRoute } from '../../../contracts/console/requests.js';
import { exceptionOf } from '../../../domain/programme/application-words.js';
import { formText } from '../../../domain/programme/form-words.js';
import { programmeOf } from '../../../domain/request/programme-of.js';
import type { Person, RequestRecord } from '../../../domain/request/record.js';
import type { Language } from '../../../domain/words/language.js';
import { loadRules } from '../../use-cases/load-rules.js';
import { openRequest } from './open-request.js';
import type { CallOf } from '../../http/route-handler.js';
import { given } from '../../../domain/words/given.js';

/** `GET /admin/requests/{id}/person`: the resident, their words and application, once the trail says who looked. */
export async function showPerson(
  services: Services<{ audits: 'record'; requests: 'read' | 'readPerson'; towns: 'read' }>,
  call: CallOf<typeof personRoute>,
) {
  const record = await openRequest(services, call);
  if (!mayReadPerson(call.user, record)) throw new Problem('forbidden');
  await auditRequest(services, call, record, 'person.read');
  const person = await services.requests.findPerson(record.town, record.id);
  if (!person) throw new Problem('not-found');
  const { name, phone, filedBy, location, nameWithheld } = person;
  return call.answer(200, {
    phone,
    description: wordsOf(person),
    ...given({ name, filedBy, location, nameWithheld }),
    ...(await applicationOf(services, record, person, call.language)),
  });
}

/** The form of the programme as it was filled in, whole: whoever sees this may see the person. */
async function applicationOf(
  services: Services<{ towns: 'read' }>,
  record: RequestRecord,
  { form, exception: reason }: Person,
  language: Language,
): Promise<Pick<PersonAnswer, 'application' | 'exception'>> {
  if (!form) return {};
  const programme = programmeOf(record, await loadRules(services, record));
  const exception = exceptionOf(programme, { form, exception: reason }, language);
  return {
    application: formText(programme, form, language),
    ...(exception ? { exception: { unmet: [...exception.unmet], reason: exception.reason } } : {}),
  };
}
