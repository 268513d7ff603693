import { submissionOf } from '../../../adapters/contact.js';
import type { callDepartmentsRoute } from '../../../contracts/console/departments.js';
import { namedDepartments } from '../../../domain/request/find-target.js';
import { contactOf } from '../../../domain/request/home-ladder.js';
import { unknownDepartments } from '../../http/give-answer.js';
import { Problem } from '../../http/problem.js';
import type { CallOf } from '../../http/route-handler.js';
import { callDepartments } from '../../use-cases/call-departments.js';
import { auditRequest } from '../audit.js';
import type { BrowseEffects } from './handler.js';
import { openRequest } from './open-request.js';

/**
 * `POST /admin/requests/{id}/departments`: departments are called, as its owner does by text; never to an emergency.
 */
export async function callFromConsole(services: BrowseEffects, call: CallOf<typeof callDepartmentsRoute>) {
  const record = await openRequest(services, call);
  const { town } = await services.towns.load(record.town);
  const { departments: words } = call.body();
  const { departments, unknown, note } = namedDepartments(town, words);
  if (departments.length === 0 || unknown.length > 0) throw unknownDepartments(call.language);
  const by = call.user.staff ?? contactOf({ town }, town.settings.departments.dutyDesk, call.at);
  if (by === undefined || record.path === 'emergency') throw new Problem('request-over');
  const detail = departments.join(' ');
  await auditRequest(services, call, record, 'departments.called', detail);
  const key = submissionOf(`called ${call.user.id} ${record.id} ${call.at} ${detail}`);
  const isCalled = await callDepartments(services, town, record, { departments, note, by, at: call.at, key });
  if (!isCalled) throw new Problem('request-over');
  return call.answer(200, { departments: [...departments] });
}
