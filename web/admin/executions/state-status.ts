import type { HistoryEvent } from '../../../contracts/console/executions.js';
import { START } from '../graph/machine-graph.js';

/** How a state of an execution stands. */
export type StateStatus = 'running' | 'succeeded' | 'failed' | 'caught' | 'aborted' | 'timed-out';

export interface StateRun {
  readonly status: StateStatus;
  /** How often it was entered. */
  readonly entered: number;
  /** How many of these are not over: of a state in a Map, one for each item that waits in it. */
  readonly open: number;
  /** When it was entered last. */
  readonly at: string;
  /** The event it was entered by last. */
  readonly event: number;
}

export type StateRuns = ReadonlyMap<string, StateRun>;

const ENDS: Readonly<Record<string, StateStatus>> = {
  ExecutionFailed: 'failed',
  ExecutionAborted: 'aborted',
  ExecutionTimedOut: 'timed-out',
};

const isEntry = ({ type }: HistoryEvent): boolean => type.endsWith('StateEntered');
const isExit = ({ type }: HistoryEvent): boolean => type.endsWith('StateExited');
/** Something failed in a state: its task, its lambda, its map; not the execution as a whole. */
const isFailure = ({ type }: HistoryEvent): boolean =>
  !type.startsWith('Execution') && /(?:Failed|TimedOut)$/.test(type);

/** The state that an event belongs to: the nearest that was entered before it, going back by `previousEventId`. */
function stateOf(event: HistoryEvent, byId: ReadonlyMap<number, HistoryEvent>): string | undefined {
  let at: HistoryEvent | undefined = event;
  while (at && !isEntry(at)) at = byId.get(at.previousEventId ?? 0);
  return at?.stateEnteredEventDetails?.name;
}

/** The state that each event belongs to, by the event's number; those of the execution as a whole belong to none. */
export function statesOf(events: readonly HistoryEvent[]): ReadonlyMap<number, string> {
  const byId = new Map(events.map((event) => [event.id, event]));
  return new Map(
    events.flatMap((event) => {
      const name = event.stateExitedEventDetails?.name ?? stateOf(event, byId);
      return name === undefined || event.type.startsWith('Execution') ? [] : [[event.id, name] as const];
    }),
  );
}

/** The Parallel or Map that a state is in. */
export type ContainerOf = (state: string) => string | undefined;

/** The definition's words on states and errors. */
interface Known {
  readonly containerOf: ContainerOf;
  /** Errors that a task names as a result. */
  readonly results: ReadonlySet<string>;
}

const NOTHING: Known = { containerOf: () => undefined, results: new Set() };

/** How each state stands that the execution has come to, by the events so far, in their order. */
export function stateRuns(
  events: readonly HistoryEvent[],
  { containerOf, results }: Known = NOTHING,
): StateRuns {
  const byId = new Map(events.map((event) => [event.id, event]));
  const runs = new Map<string, StateRun>();
  const failing = new Set<string>();
  for (const event of events) {
    const entered = isEntry(event) ? event.stateEnteredEventDetails?.name : undefined;
    if (entered !== undefined) {
      failing.delete(entered);
      enter(runs, entered, event);
    } else if (isExit(event)) {
      const name = event.stateExitedEventDetails?.name ?? '';
      // States still open in it are over with it: failed ones have failed, the rest was broken off.
      const inner = [...runs].filter(([one, { open }]) => open > 0 && isIn(one, name, containerOf));
      for (const [one] of inner) end(runs, one, failing.has(one) ? 'failed' : 'aborted');
      // A state that ends after a failure of its own was caught; one that tried again and did it was not.
      const isCaught = failing.has(name) || inner.some(([one]) => failing.has(one));
      leave(runs, name, isCaught ? 'caught' : 'succeeded');
    } else {
      const name = stateOf(event, byId);
      const isOver = results.has(event.taskFailedEventDetails?.error ?? '');
      if (name !== undefined && isOver) leave(runs, name, 'succeeded');
      else if (name !== undefined && isFailure(event)) failing.add(name);
      else if (name !== undefined && /(?:Succeeded|Scheduled)$/.test(event.type)) failing.delete(name);
    }
    endAll(runs, event);
  }
  return runs;
}

function enter(runs: Map<string, StateRun>, name: string, { timestamp, id }: HistoryEvent): void {
  const { entered = 0, open = 0 } = runs.get(name) ?? {};
  runs.set(name, { status: 'running', entered: entered + 1, open: open + 1, at: timestamp, event: id });
}

function leave(runs: Map<string, StateRun>, name: string, status: StateStatus): void {
  const run = runs.get(name);
  if (!run) return;
  const open = Math.max(0, run.open - 1);
  runs.set(name, { ...run, open, status: open > 0 ? 'running' : status });
}

function end(runs: Map<string, StateRun>, name: string, status: StateStatus): void {
  const run = runs.get(name);
  if (run?.status === 'running') runs.set(name, { ...run, open: 0, status });
}

function isIn(state: string, container: string, containerOf: ContainerOf): boolean {
  for (let at = containerOf(state); at !== undefined; at = containerOf(at)) if (at === container) return true;
  return false;
}

const UNFINISHED: ReadonlySet<StateStatus> = new Set(['failed', 'timed-out', 'aborted']);

/** The execution's own end is that of every open state; redriven, what it ended runs again. */
function endAll(runs: Map<string, StateRun>, { type }: HistoryEvent): void {
  const status = ENDS[type];
  for (const [name, run] of runs) {
    if (status) end(runs, name, status);
    if (type === 'ExecutionRedriven' && UNFINISHED.has(run.status))
      runs.set(name, { ...run, open: 1, status: 'running' });
  }
}

/** A way from one state to another, as a key. */
export const wayKey = (from: string, to: string): string => `${from}\n${to}`;

/** The first event of something that begins anew, whatever AWS names as the event before it. */
const BEGINNINGS = new Set([
  'ExecutionStarted',
  'ParallelStateStarted',
  'MapStateStarted',
  'MapIterationStarted',
]);

/** The ways that the execution went, each from the state that was left to the one that was entered. */
export function waysTaken(events: readonly HistoryEvent[]): ReadonlySet<string> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const before = (event: HistoryEvent) => byId.get(event.previousEventId ?? 0);
  return new Set(
    events.filter(isEntry).map((event) => {
      let at = before(event);
      while (at && !isExit(at) && !BEGINNINGS.has(at.type)) at = before(at);
      const from = at?.stateExitedEventDetails?.name ?? START;
      return wayKey(from, event.stateEnteredEventDetails?.name ?? '');
    }),
  );
}
