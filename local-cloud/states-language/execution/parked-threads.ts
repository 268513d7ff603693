import { ROOT_THREAD, type Branches, type Phase, type StateRun } from './execution-state.js';
import type { WorkingState } from './working-state.js';

function heldBranches(phase: Phase | undefined): Branches | undefined {
  return phase?.kind === 'branches' || phase?.kind === 'failed' ? phase.branches : undefined;
}

/** The unsuccessful state does its work again with all its retries, or goes on with its unsuccessful branches. */
function again(run: StateRun, remote: boolean): StateRun {
  // The execution that does the work of a remote thread is redriven in its turn.
  if (remote && run.phase.kind === 'task')
    return { ...run, phase: { kind: 'task', stage: 'calling', task: { ...run.phase.task, again: true } } };
  const branches = heldBranches(run.phase);
  const phase: Phase = branches === undefined ? { kind: 'ready' } : { kind: 'branches', branches };
  return { ...run, retryCount: 0, retries: {}, phase };
}

/**
 * Brings back the outermost thread and, within each Map or Parallel that can go on, the branches without a result.
 * Their chains of events go on from the last event. Throws RangeError when nothing was kept.
 */
export function restoreParked(state: WorkingState): void {
  const { parked } = state;
  state.parked = new Map();
  if (!parked.has(ROOT_THREAD)) throw new RangeError(`${state.facts.arn} has nothing to redrive`);
  const waiting = [ROOT_THREAD];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const thread = parked.get(id);
    if (thread?.state === undefined) continue;
    const branches = heldBranches(thread.state.phase);
    state.threads.set(id, {
      ...thread,
      previous: state.lastEventId,
      state: again(thread.state, thread.remote === true),
    });
    if (branches === undefined) continue;
    for (let index = 0; index < branches.next; index += 1) {
      if (thread.results[index] === undefined) waiting.push(`${id}/${branches.started}.${index}`);
    }
  }
}
