import { exhausted } from '../exhausted.js';
import type { Json, JsonObject } from '../json.js';
import type {
  Branches,
  ExecutionState,
  ExecutionStatus,
  Failure,
  MapRun,
  Outcome,
  Redrives,
  StateRun,
  Thread,
} from './execution-state.js';
import type { HistoryEvent } from './history-event.js';
import { restoreParked } from './parked-threads.js';
import { storedVariables, withAssigned } from './variables.js';
import { workingCopy, type WorkingState } from './working-state.js';

/** How a run of a Distributed Map can end. */
export type MapRunEnd = 'SUCCEEDED' | 'FAILED' | 'ABORTED';

/** The effect of an event on the execution's state, stored beside it, so that folding never evaluates an expression. */
export type Change =
  | {
      readonly to: 'execution';
      readonly set: {
        readonly status?: ExecutionStatus;
        readonly outcome?: Outcome;
        readonly timeoutAt?: number;
      };
    }
  /** Everything that had ended without a result goes on. */
  | { readonly to: 'redriven'; readonly redrives: Redrives; readonly timeoutAt?: number }
  | { readonly to: 'begin'; readonly thread: string; readonly as: Thread }
  | {
      readonly to: 'thread';
      readonly thread: string;
      readonly set: Partial<Omit<Thread, 'state' | 'variables'>> & {
        /** All of them, as earlier versions stored them. */
        readonly variables?: JsonObject;
      };
    }
  | { readonly to: 'assign'; readonly thread: string; readonly variables: JsonObject }
  | { readonly to: 'enter'; readonly thread: string; readonly run: StateRun }
  | { readonly to: 'state'; readonly thread: string; readonly set: Partial<StateRun> }
  /** Moves running branches on, without writing their inputs anew. */
  | { readonly to: 'branches'; readonly thread: string; readonly set: Partial<Omit<Branches, 'inputs'>> }
  /** The state fails; `resumable` when a redrive need not begin its branches anew. */
  | {
      readonly to: 'fail';
      readonly thread: string;
      readonly failure: Failure;
      readonly resumable: boolean;
    }
  /** A run of a Distributed Map began or ended: kept beside the history, and nothing to the state. */
  | { readonly to: 'map-run'; readonly run: MapRun; readonly began: number }
  /** Its items were read after it began. */
  | {
      readonly to: 'map-run-items';
      readonly arn: string;
      readonly children: number;
      readonly sizes?: readonly number[];
    }
  | { readonly to: 'map-run-ended'; readonly arn: string; readonly status: MapRunEnd }
  | { readonly to: 'map-run-redriven'; readonly arn: string; readonly count: number }
  | { readonly to: 'result'; readonly thread: string; readonly index: number; readonly value: Json }
  /** `parked` when it had not reached its end, so that a redrive can take it up again. */
  | { readonly to: 'end'; readonly thread: string; readonly parked?: true };

/** One stored step: an event with what it changed, or (a heartbeat, the start of a wait) a change without an event. */
export interface Entry {
  readonly event?: HistoryEvent;
  readonly changes: readonly Change[];
}

function alter(state: WorkingState, id: string, change: (thread: Thread) => Thread): void {
  const thread = state.threads.get(id);
  if (thread === undefined) throw new RangeError(`No thread '${id}' in ${state.facts.arn}`);
  state.threads.set(id, change(thread));
}

function alterRun(state: WorkingState, id: string, change: (run: StateRun) => StateRun): void {
  alter(state, id, (thread) =>
    thread.state === undefined ? thread : { ...thread, state: change(thread.state) },
  );
}

function withBranches(run: StateRun, set: Partial<Branches>): StateRun {
  if (run.phase.kind !== 'branches') return run;
  return { ...run, phase: { kind: 'branches', branches: { ...run.phase.branches, ...set } } };
}

function failed(run: StateRun, failure: Failure, resumable: boolean): StateRun {
  const kept = resumable && run.phase.kind === 'branches' ? { branches: run.phase.branches } : {};
  return { ...run, phase: { kind: 'failed', failure, ...kept } };
}

/** Ends a thread and all within it. */
function end(state: WorkingState, id: string, parked: boolean): void {
  // Only a state that still runs its branches has threads within.
  const holds = state.threads.get(id)?.state?.phase.kind === 'branches';
  const ended = holds ? [...state.threads.keys()].filter((name) => name.startsWith(`${id}/`)) : [];
  for (const name of [...ended, id]) {
    const thread = state.threads.get(name);
    if (parked && thread !== undefined) state.parked.set(name, thread);
    state.threads.delete(name);
  }
}

function enter(state: WorkingState, id: string, run: StateRun): void {
  alter(state, id, (thread) => ({ ...thread, state: run, results: {}, joined: 0, failures: 0 }));
  // The earlier state's branches are past saving.
  for (const name of state.parked.keys()) if (name.startsWith(`${id}/`)) state.parked.delete(name);
}

function redrive(state: WorkingState, redrives: Redrives, timeoutAt: number | undefined): void {
  state.status = 'RUNNING';
  state.redrives = redrives;
  delete state.outcome;
  delete state.timeoutAt;
  if (timeoutAt !== undefined) state.timeoutAt = timeoutAt;
  restoreParked(state);
}

function setThread(state: WorkingState, id: string, set: Extract<Change, { to: 'thread' }>['set']): void {
  alter(state, id, (thread) => ({
    ...thread,
    ...set,
    variables: set.variables === undefined ? thread.variables : storedVariables(set.variables),
  }));
}

function applyChange(state: WorkingState, change: Change): void {
  switch (change.to) {
    case 'execution':
      Object.assign(state, change.set);
      return;
    case 'redriven':
      return redrive(state, change.redrives, change.timeoutAt);
    case 'begin':
      state.threads.set(change.thread, { ...change.as, variables: storedVariables(change.as.variables) });
      return;
    case 'thread':
      return setThread(state, change.thread, change.set);
    case 'assign':
      return alter(state, change.thread, (thread) => ({
        ...thread,
        variables: withAssigned(thread.variables, change.variables),
      }));
    case 'enter':
      return enter(state, change.thread, change.run);
    case 'state':
      return alterRun(state, change.thread, (run) => ({ ...run, ...change.set }));
    case 'branches':
      return alterRun(state, change.thread, (run) => withBranches(run, change.set));
    case 'fail':
      return alterRun(state, change.thread, (run) => failed(run, change.failure, change.resumable));
    case 'result':
      return alter(state, change.thread, (thread) => ({
        ...thread,
        results: { ...thread.results, [change.index]: change.value },
        joined: thread.joined + 1,
      }));
    case 'map-run':
    case 'map-run-items':
    case 'map-run-ended':
    case 'map-run-redriven':
      return undefined;
    case 'end':
      return end(state, change.thread, change.parked ?? false);
  }
  return exhausted(change);
}

/** Makes the changes of an entry. */
export function applyEntry(state: WorkingState, { event, changes }: Entry): void {
  if (event !== undefined) state.lastEventId = event.id;
  for (const change of changes) applyChange(state, change);
}

/** The state that a history leads to. */
export function fold(before: ExecutionState, history: Iterable<Entry>): ExecutionState {
  const state = workingCopy(before);
  for (const entry of history) applyEntry(state, entry);
  return state;
}
