import type { Machine } from '../definition/machine.js';
import type { Draft } from '../execution/draft.js';
import { exhausted } from '../exhausted.js';
import type { Phase } from '../execution/execution-state.js';
import { timeOutExecution } from './finish-execution.js';
import { stepOf, type Chance } from './step.js';
import { timeOutTask } from './task-events.js';

interface Due {
  readonly at: number;
  readonly thread: string | undefined;
}

function dueAt(phase: Phase): number | undefined {
  switch (phase.kind) {
    case 'waiting':
    case 'retrying':
      return phase.until;
    case 'task': {
      const { timeoutAt, heartbeatAt } = phase.task;
      return Math.min(timeoutAt ?? Infinity, heartbeatAt ?? Infinity);
    }
    case 'ready':
    case 'branches':
    case 'done':
    case 'failed':
      return undefined;
  }
  return exhausted(phase);
}

/** Does the one thing that has been due longest; answers whether there was one. */
export function fireDue(machine: Machine, draft: Draft, chance: Chance): boolean {
  const { timeoutAt, threads } = draft.state;
  const due: Due[] = timeoutAt === undefined ? [] : [{ at: timeoutAt, thread: undefined }];
  for (const [thread, { state }] of Object.entries(threads)) {
    const at = state === undefined ? undefined : dueAt(state.phase);
    if (at !== undefined) due.push({ at, thread });
  }
  const first = due.reduce<Due | undefined>(
    (best, next) => (best !== undefined && best.at <= next.at ? best : next),
    undefined,
  );
  if (first === undefined || first.at > draft.now) return false;
  if (first.thread === undefined) timeOutExecution(draft);
  else fire(machine, draft, chance, first.thread);
  return true;
}

function fire(machine: Machine, draft: Draft, chance: Chance, threadId: string): void {
  const { phase, input } = draft.run(threadId);
  if (phase.kind === 'waiting') return draft.phase(threadId, { kind: 'done', result: input });
  if (phase.kind === 'retrying') return draft.phase(threadId, { kind: 'ready' });
  const step = stepOf(machine, draft, chance, threadId);
  if (phase.kind !== 'task' || step.state.Type !== 'Task') return undefined;
  const { timeoutAt, heartbeatAt } = phase.task;
  return timeOutTask(step.as(step.state), (heartbeatAt ?? Infinity) < (timeoutAt ?? Infinity));
}
