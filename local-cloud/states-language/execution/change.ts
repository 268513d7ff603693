import { exhausted } from '../exhausted.js';
import type { Json } from '../json.js';
import type {
  Branches,
  ExecutionState,
  Outcome,
  ExecutionStatus,
  StateRun,
  Thread,
} from './execution-state.js';
import type { HistoryEvent } from './history-event.js';

/** What an event did to the execution's state, stored beside it, so that folding never evaluates an expression. */
export type Change =
  | {
      readonly to: 'execution';
      readonly set: {
        readonly status?: ExecutionStatus;
        readonly outcome?: Outcome;
        readonly timeoutAt?: number;
      };
    }
  | { readonly to: 'begin'; readonly thread: string; readonly as: Thread }
  | { readonly to: 'thread'; readonly thread: string; readonly set: Partial<Omit<Thread, 'state'>> }
  | { readonly to: 'enter'; readonly thread: string; readonly run: StateRun }
  | { readonly to: 'state'; readonly thread: string; readonly set: Partial<StateRun> }
  /** Moves running branches on, without writing their inputs anew. */
  | { readonly to: 'branches'; readonly thread: string; readonly set: Partial<Omit<Branches, 'inputs'>> }
  | { readonly to: 'result'; readonly thread: string; readonly index: number; readonly value: Json }
  | { readonly to: 'end'; readonly thread: string };

/** One stored step: an event with what it changed, or (a heartbeat, the start of a wait) a change without an event. */
export interface Entry {
  readonly event?: HistoryEvent;
  readonly changes: readonly Change[];
}

function withThread(state: ExecutionState, id: string, alter: (thread: Thread) => Thread): ExecutionState {
  const thread = state.threads[id];
  if (thread === undefined) throw new RangeError(`No thread '${id}' in ${state.facts.arn}`);
  return { ...state, threads: { ...state.threads, [id]: alter(thread) } };
}

function withoutThread(state: ExecutionState, id: string): ExecutionState {
  const kept = Object.entries(state.threads).filter(([name]) => name !== id && !name.startsWith(`${id}/`));
  return { ...state, threads: Object.fromEntries(kept) };
}

function withBranches(thread: Thread, set: Partial<Branches>): Thread {
  const run = thread.state;
  if (run?.phase.kind !== 'branches') return thread;
  const branches = { ...run.phase.branches, ...set };
  return { ...thread, state: { ...run, phase: { kind: 'branches', branches } } };
}

function applyChange(state: ExecutionState, change: Change): ExecutionState {
  switch (change.to) {
    case 'execution':
      return { ...state, ...change.set };
    case 'begin':
      return { ...state, threads: { ...state.threads, [change.thread]: change.as } };
    case 'thread':
      return withThread(state, change.thread, (thread) => ({ ...thread, ...change.set }));
    case 'enter':
      return withThread(state, change.thread, (thread) => ({
        ...thread,
        state: change.run,
        results: {},
        failures: 0,
      }));
    case 'state':
      return withThread(state, change.thread, (thread) =>
        thread.state === undefined ? thread : { ...thread, state: { ...thread.state, ...change.set } },
      );
    case 'branches':
      return withThread(state, change.thread, (thread) => withBranches(thread, change.set));
    case 'result':
      return withThread(state, change.thread, (thread) => ({
        ...thread,
        results: { ...thread.results, [change.index]: change.value },
      }));
    case 'end':
      return withoutThread(state, change.thread);
  }
  return exhausted(change);
}

/** The state after an entry. */
export function applyEntry(state: ExecutionState, entry: Entry): ExecutionState {
  const numbered = entry.event === undefined ? state : { ...state, lastEventId: entry.event.id };
  return entry.changes.reduce(applyChange, numbered);
}

/** The state that a history leads to. */
export function fold(before: ExecutionState, history: Iterable<Entry>): ExecutionState {
  let state = before;
  for (const entry of history) state = applyEntry(state, entry);
  return state;
}
