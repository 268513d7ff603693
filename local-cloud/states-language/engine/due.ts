import type { Machine } from '../definition/machine.js';
import type { Draft } from '../execution/draft.js';
import { dueAt } from '../execution/due-at.js';
import { timeOutExecution } from './finish-execution.js';
import { stepOf, type Chance } from './step.js';
import { timeOutTask } from './task-events.js';

/** Does the one thing that has been due longest; answers whether there was one. */
export function fireDue(machine: Machine, draft: Draft, chance: Chance): boolean {
  const { timeoutAt, threads } = draft.state;
  let first = timeoutAt ?? Infinity;
  let thread: string | undefined;
  for (const [id, { state }] of threads) {
    const at = state === undefined ? undefined : dueAt(state.phase);
    if (at === undefined || at >= first) continue;
    first = at;
    thread = id;
  }
  if (first > draft.now) return false;
  if (thread === undefined) timeOutExecution(draft);
  else fire(machine, draft, chance, thread);
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
