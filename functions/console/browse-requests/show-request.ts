import type { Services } from '../../../adapters/services.js';
import { mayReadPerson } from '../../../domain/access/may-see.js';
import { mayDo } from '../../../domain/access/permissions.js';
import type { WorkPhoto, WorkPhotos } from '../../../domain/photos/work-photos.js';
import type { Town } from '../../../domain/town/schema.js';
import type { RequestMachines } from '../../../domain/executions/request-executions.js';
import { wantsCalls } from '../../../domain/request/further-call.js';
import { isReadyToPublish, showingOf } from '../../../domain/request/publish-photos.js';
import type { RequestRecord } from '../../../domain/request/record.js';
import { auditRequest } from '../audit.js';
import { loadRules } from '../../use-cases/load-rules.js';
import { askView } from './ask-view.js';
import { executionsOf } from './executions-of.js';
import { emergencyViews } from './emergency-views.js';
import { openRequest } from './open-request.js';
import { mayPublish } from './publish-photos.js';
import { requestDetail } from './request-detail.js';
import type { ConsoleUser } from '../../http/console-user.js';
import type { ConsoleCall, CallOf } from '../../http/route-handler.js';
import type { ConsoleRequest, requestRoute } from '../../../contracts/console/requests.js';
import { isoOf, nameBeside } from '../words.js';

type Effects = Services<{
  audits: 'record';
  requests: 'read' | 'readPerson';
  asks: 'list';
  towns: 'read';
  workflow: 'watchRequests';
  workPhotos: 'read';
}>;

/**
 * `GET /admin/requests/{id}`: one request whole. What people said about it, residents and staff, is for whoever may see
 * people's words, and stands in the trail; everybody else sees what happened without it.
 */
export async function showRequest(
  services: Effects,
  machines: RequestMachines,
  call: CallOf<typeof requestRoute>,
) {
  const { user, language, at } = call;
  const { paper } = call.query();
  const record = await openRequest(services, call);
  const words = mayReadPerson(user, record);
  if (words) await auditRequest(services, call, record, 'request.read', paper);
  const phones = record.asks.some(({ to }) => to.who === 'staff') && mayDo(user.roles, 'staff.phones');
  if (phones) await auditRequest(services, call, record, 'phones.read');
  const [rules, asks, executions, worked] = await Promise.all([
    loadRules(services, record),
    services.asks.ofRequest(record.town, record.id),
    executionsOf(services, machines, record),
    words ? services.workPhotos.load(record.town, record.id) : undefined,
  ]);
  const told = { language, words };
  const own = asks.filter(({ subject }) => subject === record.id);
  // Asks that wait for this one are other reports of the same event.
  const joined = asks.filter(({ subject }) => subject !== record.id).map(({ subject }) => subject);
  const person = words && wantsCalls(record, rules) ? await readPerson(services, call, record) : undefined;
  return call.answer(200, {
    ...requestDetail(record, rules, told, at),
    ...emergencyViews(record, rules, { ...told, user, at, person, joined: [...new Set(joined)] }),
    ...(words ? photosView(record, worked?.photos ?? [], rules.town) : {}),
    ...(worked && publishingView(record, worked, rules.town, user)),
    asks: own.map((ask) => askView(ask, record, rules, { ...told, user, at, phones })),
    executions,
  });
}

/** Of its resident, and of whoever did the work, as they came. */
function photosView(
  { photos = [] }: RequestRecord,
  worked: readonly WorkPhoto[],
  town: Town,
): Pick<ConsoleRequest, 'photos'> {
  const all = [
    ...photos.map(({ id, at }) => ({ id, at: isoOf(at) })),
    ...worked.map(({ id, at, by }) => ({ id, at: isoOf(at), by, ...nameBeside(town, 'byName', by) })),
  ];
  return all.length > 0 ? { photos: all } : {};
}

/** How far it is with showing photos of it on the daily board. */
function publishingView(
  record: RequestRecord,
  worked: WorkPhotos,
  town: Town,
  user: ConsoleUser,
): Pick<ConsoleRequest, 'publishing'> {
  const showing = showingOf(record, worked, town);
  if (showing === undefined) return {};
  const { agreed, published } = worked;
  const may = mayPublish(user, record, town);
  return {
    publishing: {
      showing,
      may: may && (published !== undefined || isReadyToPublish(record, worked, town)),
      ...(agreed && { agreedAt: isoOf(agreed.at), ...nameBeside(town, 'agreedByName', agreed.by) }),
      ...(published && {
        publishedAt: isoOf(published.at),
        ...nameBeside(town, 'publishedByName', published.by),
      }),
    },
  };
}

/** Whoever telephones for help says what was reported, and whom to call back. */
async function readPerson(services: Effects, call: ConsoleCall, record: RequestRecord) {
  await auditRequest(services, call, record, 'person.read');
  return services.requests.findPerson(record.town, record.id);
}
