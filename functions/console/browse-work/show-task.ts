import type { Services } from '../../../adapters/services.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import { audit } from '../audit.js';
import { Problem } from '../../http/problem.js';
import { maySeeTask, maySeeWords } from './of-inspections.js';
import { taskView } from './task-view.js';
import type { CallOf } from '../../http/route-handler.js';
import type { taskRoute } from '../../../contracts/console/work.js';

/** `GET /admin/tasks/{id}`: one task whole. That somebody saw what was said on it stands in the trail. */
export async function showTask(
  services: Services<{ audits: 'record'; tasks: 'read'; towns: 'read' }>,
  call: CallOf<typeof taskRoute>,
) {
  const { params, user } = call;
  const id = readRequestId(params.id);
  const task = id === undefined ? undefined : await services.tasks.find(user.town, id);
  if (!task) throw new Problem('not-found');
  if (!maySeeTask(user, task.kind)) throw new Problem('forbidden');
  const words = maySeeWords(user, task.kind);
  if (words) await audit(services, call, { action: 'task.read', subject: task.id });
  const { town } = await services.towns.load(user.town);
  return call.answer(200, taskView(task, town, words, call.language));
}
