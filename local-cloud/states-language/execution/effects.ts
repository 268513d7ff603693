import type { TaskPattern } from '../definition/task-pattern.js';
import { dueAt } from './due-at.js';
import type { ExecutionState, TaskRun } from './execution-state.js';

/** A call that the state says is under way: the edge makes it once, and again after a restart. */
export interface WantedCall {
  readonly thread: string;
  readonly task: TaskRun;
}

/**
 * The effects that an execution in this state waits for; they follow from the state alone, and so survive a restart.
 */
export interface Effects {
  readonly calls: readonly WantedCall[];
  /** Epoch milliseconds of the next thing that time alone brings. */
  readonly wakeAt: number | undefined;
}

export function effectsOf(state: ExecutionState): Effects {
  if (state.status !== 'RUNNING') return { calls: [], wakeAt: undefined };
  const calls: WantedCall[] = [];
  let wakeAt = state.timeoutAt ?? Infinity;
  for (const [thread, { state: run }] of state.threads) {
    const phase = run?.phase;
    if (phase === undefined) continue;
    wakeAt = Math.min(wakeAt, dueAt(phase) ?? Infinity);
    if (phase.kind === 'task' && phase.stage === 'calling') calls.push({ thread, task: phase.task });
  }
  return { calls, wakeAt: wakeAt === Infinity ? undefined : wakeAt };
}

/** The thread whose task, still open, was given this token. */
export function threadOfToken(state: ExecutionState, token: string): string | undefined {
  for (const [thread, { state: run }] of state.threads) {
    if (run?.phase.kind === 'task' && run.phase.task.token === token) return thread;
  }
  return undefined;
}

/** A child execution that a task waits for. */
export interface AwaitedChild {
  readonly thread: string;
  readonly task: number;
  readonly pattern: TaskPattern;
  readonly child: string;
}

/** The children that tasks of this execution wait for. */
export function awaitedChildren(state: ExecutionState): readonly AwaitedChild[] {
  if (state.status !== 'RUNNING') return [];
  const awaited: AwaitedChild[] = [];
  for (const [thread, { state: run }] of state.threads) {
    if (run?.phase.kind !== 'task' || run.phase.child === undefined) continue;
    const { child, task } = run.phase;
    awaited.push({ thread, task: task.id, pattern: task.pattern, child });
  }
  return awaited;
}
