import { bytesOf } from '../../adapters/contact.js';
import type { Services } from '../../adapters/services.js';
import { requestId } from '../../domain/codes/request-id.js';
import { openTask, type TaskDraft, type TaskRecord } from '../../domain/task/task-record.js';

/** Ids tried when another task happens to have the first one. */
const ATTEMPTS = 5;

/** Stores a task once: opened again for the same purpose it is the task that was opened then. */
export async function storeTask(
  { tasks }: Services<{ tasks: 'read' | 'save' }>,
  draft: TaskDraft,
  at: number,
): Promise<TaskRecord> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const id = requestId(bytesOf(`${draft.town} ${draft.purpose} ${attempt}`));
    const task = openTask(draft, id, at);
    if (await tasks.create(task)) return task;
    const before = await tasks.load(draft.town, id);
    if (before.purpose === draft.purpose) return before;
  }
  throw new Error('no free task id');
}
