import { usePage } from '../page/page-context.js';
import { useWords } from '../page/catalogue.js';
import { useMoments } from '../shell/use-moments.js';
import { allStates, type MachineGraph } from '../graph/machine-graph.js';
import { useMachineWords } from './machine-words.js';
import type { StateRuns, StateStatus } from './state-status.js';
import { EXECUTIONS } from './words.js';

/** A state that an execution stands in. */
export interface Standing {
  readonly state: string;
  readonly since: string;
}

const STANDS: ReadonlySet<StateStatus> = new Set(['running', 'failed', 'timed-out', 'aborted']);

/** Of an execution whose work is not done, the states that it stands in, or ended in; not those around them. */
export function standingIn(machine: MachineGraph, runs: StateRuns): readonly Standing[] {
  const reached = allStates(machine).flatMap(({ name, inner }) => {
    const run = inner.length === 0 ? runs.get(name) : undefined;
    return run && STANDS.has(run.status)
      ? [{ state: name, since: run.at, status: run.status, event: run.event }]
      : [];
  });
  const running = reached.filter(({ status }) => status === 'running');
  // A state that was broken off long before is no place to stand in.
  const latest = reached.toSorted((one, other) => other.event - one.event).slice(0, 1);
  return running.length > 0 ? running : latest;
}

const MINUTE = 60_000;

/** Where an execution stands in words: "派单：等网格员签收 · 已等35分钟". */
export function useStanding(machine: string): (standing: readonly Standing[], isRunning: boolean) => string {
  const words = useWords(EXECUTIONS);
  const { whole } = useMachineWords(machine);
  const { duration } = useMoments();
  const { now } = usePage();
  const waited = (since: string): string => {
    const time = now() - Date.parse(since);
    return time < MINUTE ? words.underMinute : duration(time);
  };
  return (standing, isRunning) =>
    standing
      .map(({ state, since }) =>
        isRunning ? words.waiting(whole(state), waited(since)) : words.endedIn(whole(state)),
      )
      .join(' / ');
}
