import type { TaskPattern } from '../definition/resource.js';
import type { ExecutionState, TaskRun } from './execution-state.js';

/** A call that the state says is under way: the edge makes it once, and again after a restart. */
export interface WantedCall {
  readonly thread: string;
  readonly task: TaskRun;
}

/** What the world outside owes an execution in this state; follows from the state alone, so it survives a restart. */
export interface Effects {
  readonly calls: readonly WantedCall[];
  /** Epoch milliseconds of the next thing that time alone brings. */
  readonly wakeAt: number | undefined;
}

function deadlinesOf(task: TaskRun): readonly number[] {
  return [task.timeoutAt, task.heartbeatAt].filter((at) => at !== undefined);
}

export function effectsOf(state: ExecutionState): Effects {
  if (state.status !== 'RUNNING') return { calls: [], wakeAt: undefined };
  const calls: WantedCall[] = [];
  const times: number[] = state.timeoutAt === undefined ? [] : [state.timeoutAt];
  for (const [thread, { state: run }] of Object.entries(state.threads)) {
    const phase = run?.phase;
    if (phase?.kind === 'waiting' || phase?.kind === 'retrying') times.push(phase.until);
    if (phase?.kind !== 'task') continue;
    times.push(...deadlinesOf(phase.task));
    if (phase.stage === 'calling') calls.push({ thread, task: phase.task });
  }
  return { calls, wakeAt: times.length === 0 ? undefined : Math.min(...times) };
}

/** The thread whose task, still open, was given this token. */
export function threadOfToken(state: ExecutionState, token: string): string | undefined {
  return Object.entries(state.threads).find(
    ([, { state: run }]) => run?.phase.kind === 'task' && run.phase.task.token === token,
  )?.[0];
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
  return Object.entries(state.threads).flatMap(([thread, { state: run }]) => {
    if (run?.phase.kind !== 'task' || run.phase.child === undefined) return [];
    const { child, task } = run.phase;
    return [{ thread, task: task.id, pattern: task.pattern, child }];
  });
}
