import type { Services } from '../../../adapters/services.js';
import type { TaskRecord } from '../../../domain/task/task-record.js';
import type { Town } from '../../../domain/town/schema.js';
import { takeInRequest } from '../../use-cases/take-in-request.js';

/**
 * A cadre's finding on looking in again becomes a request of its own, in their words, which name its category if any
 * does; the one who found it is asked first and owns it. Done again it is the same request.
 */
export async function reportProblem(
  services: Services<{ requests: 'read' | 'create' | 'readPerson'; workflow: 'startRequests' }>,
  { task, town, version }: { task: TaskRecord; town: Town; version: number },
  at: number,
): Promise<void> {
  const finder = town.staff.find(({ id }) => id === task.by);
  if (task.request === undefined || finder === undefined) return;
  const [before, person] = await Promise.all([
    services.requests.find(task.town, task.request),
    services.requests.findPerson(task.town, task.request),
  ]);
  // Nobody is left to look after: its resident had it erased.
  if (!before || !person) return;
  const { village, group, language } = before;
  const { filedBy: _before, ...resident } = person;
  await takeInRequest(
    services,
    { town, version },
    {
      submission: `task ${task.id}`,
      at,
      channel: 'cadre',
      language,
      village,
      group,
      person: {
        ...resident,
        description: task.note ?? '',
        filedBy: { name: finder.name, phone: finder.phone },
      },
    },
  );
}
