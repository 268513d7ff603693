import Button from '@cloudscape-design/components/button';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TableProps } from '@cloudscape-design/components/table';
import { useMemo, useState } from 'react';
import {
  type ExecutionRow,
  type ExecutionStatus,
  executionsRoute,
  machinesRoute,
} from '../../../contracts/console/executions.js';
import { useLoaded } from '../page/use-loaded.js';
import { usePages } from '../page/use-pages.js';
import { usePage } from '../page/page-context.js';
import { Choice } from '../shell/choice.js';
import { PagedTable } from '../shell/paged-table.js';
import { PageLink } from '../shell/page-link.js';
import type { PageProps } from '../shell/pages.js';
import { useMoments } from '../shell/use-moments.js';
import { useWords } from '../page/catalogue.js';
import { machineWords } from './machine-words.js';
import { useStanding } from './standing.js';
import { ExecutionStatusLabel } from './status-label.js';
import { EXECUTIONS } from './words.js';

export const executionPath = ({ machine, name }: Pick<ExecutionRow, 'machine' | 'name'>): string =>
  `/executions/${machine}/${encodeURIComponent(name)}`;

const STATUSES: readonly ExecutionStatus[] = ['RUNNING', 'FAILED', 'TIMED_OUT', 'ABORTED', 'SUCCEEDED'];
const FIRST_MACHINE = 'resident-request';

/** Every execution of the town, the latest first. */
export function ExecutionsPage({ search }: PageProps) {
  const words = useWords(EXECUTIONS);
  const asked = new URLSearchParams(search);
  const [machine, setMachine] = useState(asked.get('machine') ?? FIRST_MACHINE);
  const [status, setStatus] = useState(asked.get('status') ?? '');
  const query = useMemo(() => ({ machine, status }), [machine, status]);
  const pages = usePages(executionsRoute, { query });
  return (
    <PagedTable
      title={words.title}
      description={words.description}
      pages={pages}
      columns={useColumns(machine)}
      trackBy={({ name }) => name}
      empty={{ title: words.none, hint: words.noneHint }}
      filter={
        <SpaceBetween direction="horizontal" size="s" alignItems="end">
          <MachineChoice machine={machine} onMachine={setMachine} />
          <Choice
            label={words.status}
            value={status}
            options={[
              ['', words.allStatuses],
              ...STATUSES.map((one) => [one, words.executionStatuses[one]] as const),
            ]}
            onChange={setStatus}
          />
          <FindByName machine={machine} />
        </SpaceBetween>
      }
    />
  );
}

function useColumns(machine: string): TableProps.ColumnDefinition<ExecutionRow>[] {
  const words = useWords(EXECUTIONS);
  const { moment } = useMoments();
  const said = useStanding(machine);
  return [
    {
      id: 'name',
      header: words.name,
      isRowHeader: true,
      cell: (row) => <PageLink to={executionPath(row)}>{row.name}</PageLink>,
    },
    {
      id: 'standing',
      header: words.standing,
      cell: ({ standing, status }) => (
        <div className="words">{standing ? said([standing], status === 'RUNNING') : '–'}</div>
      ),
    },
    { id: 'status', header: words.status, cell: ({ status }) => <ExecutionStatusLabel status={status} /> },
    { id: 'started', header: words.started, cell: ({ startedAt }) => moment(startedAt) },
    { id: 'stopped', header: words.stopped, cell: ({ stoppedAt }) => (stoppedAt ? moment(stoppedAt) : '–') },
    { id: 'redrives', header: words.redrives, cell: ({ redrives }) => redrives },
  ];
}

function MachineChoice({ machine, onMachine }: { machine: string; onMachine: (machine: string) => void }) {
  const words = useWords(EXECUTIONS);
  const { language } = usePage();
  const machines = useLoaded(machinesRoute).value?.items ?? [{ machine }];
  return (
    <Choice
      label={words.machine}
      value={machine}
      options={machines.map((item) => [item.machine, machineWords(item.machine, language).name] as const)}
      onChange={onMachine}
    />
  );
}

/** An execution has the name of its request: who knows the number goes there directly. */
function FindByName({ machine }: { machine: string }) {
  const words = useWords(EXECUTIONS);
  const { go } = usePage();
  const [name, setName] = useState('');
  const find = () => name.trim() !== '' && go(executionPath({ machine, name: name.trim() }));
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Input
        type="search"
        ariaLabel={words.findName}
        placeholder={words.findName}
        value={name}
        onChange={({ detail }) => setName(detail.value)}
        onKeyDown={({ detail }) => detail.key === 'Enter' && find()}
      />
      <Button onClick={find}>{words.find}</Button>
    </SpaceBetween>
  );
}
