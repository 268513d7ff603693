import { plannedAsk } from '../asks/plan-ask.js';
import { isPutLate, withAskPutLate } from '../asks/put-late.js';
import { timeToAnswer } from '../deadlines/time-to-answer.js';
import type { Town } from '../town/schema.js';
import { timeFor } from './ask-about-task.js';
import type { TaskRecord } from './task-record.js';

/**
 * The task when an ask of it is put at `at` that could not be put when it was planned: its person has as long from now on as the town gives them.
 * The same task where the ask is not late, and when it is put again.
 */
export function putTaskLate(task: TaskRecord, town: Town, n: number, at: number): TaskRecord {
  const ask = plannedAsk(task, n);
  if (!ask || !isPutLate(ask, at)) return task;
  const until = timeToAnswer(at, timeFor(task, town.settings, ask), town.settings, { urgent: false });
  const late = withAskPutLate(task, n, { at, until });
  return task.dueAt === ask.until ? { ...late, dueAt: plannedAsk(late, n)?.until ?? until } : late;
}
