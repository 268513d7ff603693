import type { z } from 'zod';
import { noteOf } from '../request/decision.js';
import type { TaskEntry, TaskNext, taskNoticeSchema, TaskRecord, TaskResult } from './task-record.js';

/** A text about a task, to a member of staff. */
export type TaskNotice = z.infer<typeof taskNoticeSchema>;

/** The decision of a rule: the task as it now is, who is told, and where the workflow goes. */
export interface TaskDecision {
  readonly task: TaskRecord;
  readonly notices: readonly TaskNotice[];
  readonly next: TaskNext;
}

export const withTaskEntry = (task: TaskRecord, entry: TaskEntry): TaskRecord => ({
  ...task,
  timeline: [...task.timeline, entry],
});

/** The task is over. */
export function endTask(
  task: TaskRecord,
  result: TaskResult,
  { at, by, note }: { at: number; by?: string | undefined; note?: string | undefined },
): TaskDecision {
  const said = { ...(by === undefined ? {} : { by }), ...noteOf({ note }) };
  const ended = { ...task, ...said, asks: [], result, closedAt: at };
  return {
    task: withTaskEntry(ended, { at, type: 'ended', ...said }),
    notices: [],
    next: { to: 'finished', result },
  };
}
