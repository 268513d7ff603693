import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type ExecutionView,
  type HistoryEvent,
  executionRoute,
} from '../../../contracts/console/executions.js';
import { type Loaded, problemOf } from '../page/use-loaded.js';
import { usePage } from '../page/page-context.js';
import { useWhileSeen } from '../page/use-while-seen.js';
import { wholeHistory } from './whole-history.js';

export interface ShownExecution {
  readonly execution: ExecutionView;
  readonly events: readonly HistoryEvent[];
}

/** How often a running execution is looked at again, in milliseconds. */
const LIVE_EVERY = 4_000;

/** An execution with its history, looked at again while it runs and this page is in sight. */
export function useExecution(
  machine: string,
  name: string,
): Loaded<ShownExecution> & { readonly reload: () => void } {
  const { client } = usePage();
  const [loaded, setLoaded] = useState<Loaded<ShownExecution>>({ state: 'loading' });
  const [turn, setTurn] = useState(0);
  const known = useRef<readonly HistoryEvent[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      const [execution, events] = await Promise.all([
        client.call(executionRoute, { params: { machine, name } }),
        wholeHistory(client, { machine, name }, known.current),
      ]);
      return { execution, events };
    };
    const show = (value: ShownExecution) => {
      if (!isCurrent) return;
      known.current = value.events;
      setLoaded({ state: 'here', value });
    };
    look().then(
      show,
      (error: unknown) => isCurrent && setLoaded({ state: 'failed', problem: problemOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, machine, name, turn]);
  const reload = useCallback(() => setTurn((turns) => turns + 1), []);
  const isRunning = loaded.value?.execution.status === 'RUNNING';
  useWhileSeen(isRunning ? LIVE_EVERY : undefined, reload);
  return { ...loaded, reload };
}
