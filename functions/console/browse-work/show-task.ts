import type { Services } from '../../../adapters/services.js';
import { readRequestId } from '../../../domain/codes/request-id.js';
import { audit } from '../audit.js';
import type { ConsoleCall } from '../console-routes.js';
import { json } from '../../http/http-handler.js';
import { Problem } from '../../http/problem.js';
import { maySeeTask, maySeeWords } from './of-inspections.js';
import { taskView } from './task-view.js';

/** `GET /admin/tasks/{id}`: one task whole. That somebody saw what was said on it stands in the trail. */
export async function showTask(services: Pick<Services, 'towns' | 'tasks' | 'audits'>, call: ConsoleCall) {
  const { event, user } = call;
  const id = readRequestId(event.pathParameters?.['id'] ?? '');
  const task = id === undefined ? undefined : await services.tasks.find(user.town, id);
  if (!task) throw new Problem('not-found');
  if (!maySeeTask(user, task.kind)) throw new Problem('forbidden');
  const words = maySeeWords(user, task.kind);
  if (words) await audit(services, call, { action: 'task.read', subject: task.id });
  const { town } = await services.towns.load(user.town);
  return json(200, taskView(task, town, words));
}
