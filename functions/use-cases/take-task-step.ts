import type { Services } from '../../adapters/services.js';
import { DomainError } from '../../domain/domain-error.js';
import type { Town } from '../../domain/town/schema.js';
import type { TaskNext, TaskRecord } from '../../domain/task/task-record.js';
import { takeTaskStep, type TaskStep } from '../../domain/task/take-task-step.js';
import { sendTaskNotices } from './send-task-notices.js';

/** More writers of one task at one moment than there ever are. */
const ATTEMPTS = 5;

/**
 * One step of a task's state machine: load the record, ask the rules, save with one conditional write, tell who is to
 * be told. Taken again (the workflow retried), it saves nothing and sends only what was not sent.
 */
export async function takeTaskWorkflowStep(
  services: Services<{ tasks: 'read' | 'save'; requests: 'readPerson'; towns: 'read'; texts: 'send' }>,
  place: { readonly town: string; readonly task: string },
  stepFor: (task: TaskRecord) => Promise<TaskStep>,
): Promise<{ task: TaskRecord; town: Town; version: number; next: TaskNext }> {
  const { town, version } = await services.towns.load(place.town);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await services.tasks.load(place.town, place.task);
    const step = await stepFor(before);
    const { task, notices, next, repeated, key } = takeTaskStep(before, town, step);
    if (!repeated && !(await services.tasks.save(task))) continue;
    await sendTaskNotices(services, { task, town, notices, key, at: step.at });
    return { task, town, version, next };
  }
  throw new DomainError('TaskBusy', `task ${place.task} was written by others ${ATTEMPTS} times in a row`, {
    task: place.task,
  });
}
