import type { Services } from '../../../adapters/services.js';
import { mayReadPerson } from '../../../domain/access/may-see.js';
import type { RequestMachines } from '../../../domain/executions/request-executions.js';
import { wantsCalls } from '../../../domain/request/further-call.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { auditReading } from '../audit.js';
import { loadRules } from '../../use-cases/load-rules.js';
import { askView } from './ask-view.js';
import { executionsOf } from './executions-of.js';
import { emergencyViews } from './emergency-views.js';
import { openRequest } from './open-request.js';
import { requestDetail } from './request-detail.js';
import type { ConsoleCall, CallOf } from '../../http/route-handler.js';
import type { requestRoute } from '../../../contracts/console/requests.js';

type Effects = Services<{
  audits: 'record';
  requests: 'read' | 'readPerson';
  asks: 'list';
  towns: 'read';
  workflow: 'watchRequests';
}>;

/**
 * `GET /admin/requests/{id}`: one request whole. What people said about it, residents and staff, is for whoever may see people's
 * words, and stands in the trail; everybody else sees what happened without it.
 */
export async function showRequest(
  services: Effects,
  machines: RequestMachines,
  call: CallOf<typeof requestRoute>,
) {
  const { user, language, at } = call;
  const record = await openRequest(services, call);
  const words = mayReadPerson(user, record);
  if (words) await auditReading(services, call, record, 'request.read');
  const [rules, asks, executions] = await Promise.all([
    loadRules(services, record),
    services.asks.ofRequest(record.town, record.id),
    executionsOf(services, machines, record),
  ]);
  const told = { language, words };
  const own = asks.filter(({ subject }) => subject === record.id);
  // What wait for this one are other reports of the same event.
  const joined = asks.filter(({ subject }) => subject !== record.id).map(({ subject }) => subject);
  const person = words && wantsCalls(record, rules) ? await readPerson(services, call, record) : undefined;
  return call.answer(200, {
    ...requestDetail(record, rules, told, at),
    ...emergencyViews(record, rules, { ...told, user, at, person, joined: [...new Set(joined)] }),
    asks: own.map((ask) => askView(ask, record, rules.town, { ...told, user, at })),
    executions,
  });
}

/** Whoever telephones for help says what was reported, and whom to call back. */
async function readPerson(services: Effects, call: ConsoleCall, record: RequestRecord) {
  await auditReading(services, call, record, 'person.read');
  return services.requests.findPerson(record.town, record.id);
}
