import { useCallback, useEffect, useState } from 'react';
import type {
  ExecutionView,
  HistoryEvent,
  HistoryPage,
} from '../../../functions/http/schemas/console-executions.js';
import type { Client } from '../api/client.js';
import { withQuery } from '../api/query.js';
import { type Loaded, problemOf } from '../api/use-loaded.js';
import { usePage } from '../page-context.js';

export interface ShownExecution {
  readonly execution: ExecutionView;
  readonly events: readonly HistoryEvent[];
}

/** How often a running execution is looked at again, in milliseconds. */
const LIVE_EVERY = 4_000;

/** Every event, page after page: at most 25,000. */
async function allEvents(client: Client, path: string): Promise<HistoryEvent[]> {
  const events: HistoryEvent[] = [];
  let cursor: string | undefined;
  do {
    const page: HistoryPage = await client.get(withQuery(`${path}/history`, { cursor }));
    events.push(...page.events);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return events;
}

/** An execution with its history, looked at again while it runs and this page is in sight. */
export function useExecution(
  machine: string,
  name: string,
): Loaded<ShownExecution> & { readonly reload: () => void } {
  const { client } = usePage();
  const [loaded, setLoaded] = useState<Loaded<ShownExecution>>({ state: 'loading' });
  const [turn, setTurn] = useState(0);
  const path = `/admin/executions/${machine}/${encodeURIComponent(name)}`;
  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      const [execution, events] = await Promise.all([
        client.get<ExecutionView>(path),
        allEvents(client, path),
      ]);
      return { execution, events };
    };
    look().then(
      (value) => isCurrent && setLoaded({ state: 'here', value }),
      (error: unknown) => isCurrent && setLoaded({ state: 'failed', problem: problemOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [client, path, turn]);
  const reload = useCallback(() => setTurn((turns) => turns + 1), []);
  const isRunning = loaded.value?.execution.status === 'RUNNING';
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => document.hidden || reload(), LIVE_EVERY);
    return () => clearInterval(timer);
  }, [isRunning, reload]);
  return { ...loaded, reload };
}
