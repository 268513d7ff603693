import { takenOver } from '../asks/take-over-ask.js';
import type { Town } from '../town/schema.js';
import { askAboutTask, firstAskOf, isTaskAsk } from './ask-about-task.js';
import { type TaskDecision, withTaskEntry } from './task-decision.js';
import type { TaskRecord } from './task-record.js';

/**
 * Takes a task up where the execution before left it. What is open stays open: nobody is asked a second time, and what
 * was answered meanwhile counts.
 */
export function takeUpTask(
  task: TaskRecord,
  town: Town,
  { execution, at }: { readonly execution: string; readonly at: number },
): TaskDecision {
  const begun = { ...task, execution };
  const { result } = task;
  if (result !== undefined) return { task: begun, notices: [], next: { to: 'finished', result } };
  if (task.askCount === 0) return askAboutTask(begun, town, firstAskOf(task), at);
  const resumed = withTaskEntry(begun, { at, type: 'resumed' });
  const [open] = task.asks;
  return open && (open.kind === 'attention' || isTaskAsk(open.kind))
    ? { task: resumed, notices: [], next: { to: open.kind, ask: takenOver(open, at) } }
    : askAboutTask(resumed, town, firstAskOf(task), at);
}
