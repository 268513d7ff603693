import Button from '@cloudscape-design/components/button';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useMoments } from '../shell/use-moments.js';
import { useWords } from '../page/catalogue.js';
import { allStates, type MachineGraph } from '../graph/machine-graph.js';
import type { MachineWords } from './machine-words.js';
import type { StateRuns } from './state-status.js';
import { stepOf } from '../graph/step-name.js';
import { StateStatusLabel } from './status-label.js';
import { EXECUTIONS } from './words.js';

interface StateTableProps {
  readonly machine: MachineGraph;
  readonly words: MachineWords;
  readonly runs: StateRuns;
  readonly onChoose: (state: string) => void;
}

/** The states in the order of their steps; those around the steps stand first. */
function inOrder(machine: MachineGraph) {
  const states = allStates(machine);
  const steps = [...new Set(states.map(({ name }) => stepOf(name)))];
  const place = (name: string) => steps.indexOf(stepOf(name));
  return states.toSorted((one, other) => place(one.name) - place(other.name));
}

/** The graph in words: which step, which state, how it stands, since when. */
export function StateTable({ machine, words: named, runs, onChoose }: StateTableProps) {
  const words = useWords(EXECUTIONS);
  const { moment } = useMoments();
  const states = inOrder(machine);
  const columns: TableProps.ColumnDefinition<(typeof states)[number]>[] = [
    { id: 'step', header: words.step, cell: ({ name }) => named.step(stepOf(name) ?? '–') },
    {
      id: 'state',
      header: words.state,
      isRowHeader: true,
      cell: ({ name }) => (
        <Button variant="inline-link" onClick={() => onChoose(name)}>
          {named.state(name)}
        </Button>
      ),
    },
    {
      id: 'status',
      header: words.howItStands,
      cell: ({ name }) => <StateStatusLabel status={runs.get(name)?.status ?? 'not-reached'} />,
    },
    {
      id: 'since',
      header: words.since,
      cell: ({ name }) => {
        const run = runs.get(name);
        return run ? moment(run.at) : '–';
      },
    },
    { id: 'entered', header: words.entered, cell: ({ name }) => runs.get(name)?.entered ?? 0 },
    { id: 'type', header: words.type, cell: ({ type }) => words.stateTypes[type] ?? type },
  ];
  const hasSteps = states.some(({ name }) => stepOf(name) !== undefined);
  return (
    <Table
      variant="embedded"
      items={states}
      trackBy={({ name }) => name}
      columnDefinitions={columns.filter(({ id }) => hasSteps || id !== 'step')}
    />
  );
}
