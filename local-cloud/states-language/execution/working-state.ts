import type { ExecutionState, ExecutionStatus, Outcome, Redrives, Thread } from './execution-state.js';

/**
 * A state with containers of its own, changed in place: a decision may make thousands of changes to thousands of
 * threads, and a copy for each would cost the square of that. What is in the containers is never changed, only
 * replaced.
 */
export interface WorkingState extends ExecutionState {
  status: ExecutionStatus;
  lastEventId: number;
  timeoutAt?: number;
  outcome?: Outcome;
  redrives?: Redrives;
  threads: Map<string, Thread>;
  parked: Map<string, Thread>;
}

/** A copy that changes can be made to; the given state stays as it is. */
export function workingCopy(state: ExecutionState): WorkingState {
  return { ...state, threads: new Map(state.threads), parked: new Map(state.parked) };
}
