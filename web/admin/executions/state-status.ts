import type { HistoryEvent } from '../../../contracts/console/executions.js';

/** How a state of an execution stands. */
export type StateStatus = 'running' | 'succeeded' | 'failed' | 'caught' | 'aborted' | 'timed-out';

export interface StateRun {
  readonly status: StateStatus;
  /** How often it was entered. */
  readonly entered: number;
  /** When it was entered last. */
  readonly at: string;
  /** The event it was entered by last. */
  readonly event: number;
}

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

/** How each state stands that the execution has come to, by the events so far, in their order. */
export function stateRuns(events: readonly HistoryEvent[]): ReadonlyMap<string, StateRun> {
  const byId = new Map(events.map((event) => [event.id, event]));
  const runs = new Map<string, StateRun>();
  const set = (name: string | undefined, status: StateStatus) => {
    const run = name === undefined ? undefined : runs.get(name);
    if (name !== undefined && run) runs.set(name, { ...run, status });
  };
  const failing = new Set<string>();
  for (const event of events) {
    const entered = isEntry(event) ? event.stateEnteredEventDetails?.name : undefined;
    if (entered !== undefined) {
      const before = runs.get(entered)?.entered ?? 0;
      failing.delete(entered);
      runs.set(entered, { status: 'running', entered: before + 1, at: event.timestamp, event: event.id });
    } else if (isExit(event)) {
      const name = event.stateExitedEventDetails?.name ?? '';
      // A state that ends after a failure of its own was caught; one that tried again and did it was not.
      set(name, failing.has(name) ? 'caught' : 'succeeded');
    } else if (isFailure(event)) {
      const name = stateOf(event, byId);
      if (name !== undefined) failing.add(name);
    } else if (/(?:Succeeded|Scheduled)$/.test(event.type)) {
      const name = stateOf(event, byId);
      if (name !== undefined) failing.delete(name);
    }
    const end = ENDS[event.type];
    if (end) for (const [name, { status }] of runs) if (status === 'running') set(name, end);
    // Redriven: what failed runs again.
    if (event.type === 'ExecutionRedriven')
      for (const [name, { status }] of runs)
        if (status === 'failed' || status === 'timed-out' || status === 'aborted') set(name, 'running');
  }
  return runs;
}
