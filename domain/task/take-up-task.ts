import { takenOver } from '../asks/take-over-ask.js';
import type { Town } from '../town/schema.js';
import { askAboutTask, firstAskOf, isTaskAsk } from './ask-about-task.js';
import { type TaskDecision, withTaskEntry } from './task-decision.js';
import type { TaskRecord } from './task-record.js';

/**
 * Takes a task up where the execution before left it. What is open stays open: nobody is asked a second time, and what
 * was answered meanwhile counts. Whoever has it begun again need not be asked whether to.
 */
export function takeUpTask(
  task: TaskRecord,
  town: Town,
  { execution, at }: { readonly execution: string; readonly at: number },
): TaskDecision {
  const asks = task.asks.filter(({ kind }) => kind !== 'attention');
  const begun = { ...task, execution, asks };
  if (task.result !== undefined || task.askCount === 0) return goOnWithTask(begun, town, at);
  return goOnWithTask(withTaskEntry(begun, { at, type: 'resumed' }), town, at);
}

/** From where it stands: over, waiting for whoever is asked, or to be asked about. */
export function goOnWithTask(task: TaskRecord, town: Town, at: number): TaskDecision {
  const { result } = task;
  if (result !== undefined) return { task, notices: [], next: { to: 'finished', result } };
  const [open] = task.asks;
  return open && isTaskAsk(open.kind)
    ? { task, notices: [], next: { to: open.kind, ask: takenOver(open, at) } }
    : askAboutTask(task, town, kindToGoOn(task), at);
}

/** A finding in an emergency has to be put right, by then. */
const kindToGoOn = (task: TaskRecord) =>
  task.kind === 'review' && task.finding !== undefined ? 'rectification' : firstAskOf(task);
