import Button from '@cloudscape-design/components/button';
import Table from '@cloudscape-design/components/table';
import { useMoments } from '../shell/use-moments.js';
import { useWords } from '../page/catalogue.js';
import { allStates, type MachineGraph } from './machine-graph.js';
import type { StateRun } from './state-status.js';
import { StateStatusLabel } from './status-label.js';
import { EXECUTIONS } from './words.js';

interface StateTableProps {
  readonly machine: MachineGraph;
  readonly runs: ReadonlyMap<string, StateRun>;
  readonly onChoose: (state: string) => void;
}

/** What the graph shows, in words. */
export function StateTable({ machine, runs, onChoose }: StateTableProps) {
  const words = useWords(EXECUTIONS);
  const { moment } = useMoments();
  const rows = allStates(machine).map((state) => ({ state, run: runs.get(state.name) }));
  return (
    <Table
      variant="embedded"
      items={rows}
      trackBy={({ state }) => state.name}
      columnDefinitions={[
        {
          id: 'state',
          header: words.state,
          isRowHeader: true,
          cell: ({ state }) => (
            <Button variant="inline-link" onClick={() => onChoose(state.name)}>
              {state.name}
            </Button>
          ),
        },
        { id: 'type', header: words.type, cell: ({ state }) => state.type },
        {
          id: 'status',
          header: words.status,
          cell: ({ run }) => <StateStatusLabel status={run?.status ?? 'not-reached'} />,
        },
        { id: 'entered', header: words.entered, cell: ({ run }) => run?.entered ?? 0 },
        { id: 'last', header: words.lastEntered, cell: ({ run }) => (run ? moment(run.at) : '–') },
      ]}
    />
  );
}
