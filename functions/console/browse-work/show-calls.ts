import type { Services } from '../../../adapters/services.js';
import { mayCallResident, maySee } from '../../../domain/access/may-see.js';
import { resultSoFar } from '../../../domain/inspections/inspection-progress.js';
import type { InspectionCheck } from '../../../domain/inspections/inspection-report.js';
import type { TaskRecord } from '../../../domain/task/task-record.js';
import type { callSheetRoute } from '../../../contracts/console/work.js';
import type { CallOf } from '../../http/route-handler.js';
import { loadTasks } from '../../use-cases/find-inspection.js';
import { auditRequest } from '../audit.js';
import { nameBeside } from '../words.js';
import { openInspection } from './open-inspection.js';

type Effects = Services<{
  audits: 'record';
  towns: 'read';
  rounds: 'find';
  tasks: 'read';
  requests: 'read' | 'readPerson';
}>;
type Call = CallOf<typeof callSheetRoute>;

/**
 * `GET /admin/rounds/{kind}/{date}/calls/{by}`: whom an inspector calls. The number is for whoever makes the call, and
 * for whoever may read who reported it; that it was shown stands in the trail of each request.
 */
export async function showCalls(services: Effects, call: Call) {
  const { town, inspection } = await openInspection(services, call);
  const { by } = call.params;
  const checks = inspection.report.checks.filter((check) => check.by === by && check.request !== undefined);
  const tasks = await loadTasks(
    services,
    town,
    checks.map(({ task }) => task),
  );
  const calls = [];
  for (const [i, check] of checks.entries()) {
    const task = tasks[i];
    const person = task && (await personOf(services, call, check));
    if (person) calls.push({ ...callView(check, task), ...gridOf(check, town.grids), ...person });
  }
  return call.answer(200, {
    kind: inspection.kind,
    date: inspection.date,
    by,
    ...nameBeside(town, 'byName', by),
    calls,
  });
}

const callView = (check: InspectionCheck, task: TaskRecord) => {
  const result = resultSoFar(check, new Map([[task.id, task]]));
  return {
    task: check.task,
    request: check.request ?? '',
    title: task.title,
    ...(result === undefined ? {} : { result }),
  };
};

const gridOf = (
  { grid = 0 }: InspectionCheck,
  grids: readonly { number: number; name: TaskRecord['title'] }[],
) => {
  const gridName = grids.find(({ number }) => number === grid)?.name;
  return { grid, ...(gridName === undefined ? {} : { gridName }) };
};

/** Name and number, once the trail says who has them; none of somebody erased. Undefined: not there for them. */
async function personOf(services: Effects, call: Call, { request = '', by }: InspectionCheck) {
  const { requests } = services;
  const record = await requests.load(call.user.town, request);
  if (!maySee(call.user, record)) return undefined;
  if (!mayCallResident(call.user, record, by)) return {};
  await auditRequest(services, call, record, 'person.read', 'call-sheet');
  const person = await requests.findPerson(record.town, record.id);
  return person ? { phone: person.phone, ...(person.name === undefined ? {} : { name: person.name }) } : {};
}
