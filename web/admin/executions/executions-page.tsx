import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useMemo, useState } from 'react';
import {
  type ExecutionRow,
  type ExecutionStatus,
  type MachineList,
} from '../../../functions/http/schemas/console-executions.js';
import { useLoaded } from '../api/use-loaded.js';
import { usePages } from '../api/use-pages.js';
import { usePage } from '../page-context.js';
import { EmptyTable } from '../shell/empty-table.js';
import { MoreButton } from '../shell/more-button.js';
import { PageLink } from '../shell/page-link.js';
import type { PageProps } from '../shell/pages.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { useMoments } from '../shell/use-moments.js';
import { useWords } from '../catalogue.js';
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
  const pages = usePages<ExecutionRow>('/admin/executions', query);
  return (
    <SpaceBetween size="l">
      {pages.problem && <ProblemAlert problem={pages.problem} onAgain={pages.reload} />}
      <Table
        variant="full-page"
        stickyHeader
        columnDefinitions={useColumns()}
        items={pages.items}
        trackBy="name"
        loading={pages.isLoading && pages.items.length === 0}
        loadingText={words.loading}
        empty={<EmptyTable title={words.none} hint={words.noneHint} />}
        header={
          <Header
            variant="awsui-h1-sticky"
            description={words.description}
            actions={<Button iconName="refresh" ariaLabel={words.reload} onClick={pages.reload} />}
          >
            {words.title}
          </Header>
        }
        filter={
          <SpaceBetween direction="horizontal" size="s">
            <MachineChoice machine={machine} onMachine={setMachine} />
            <StatusChoice status={status} onStatus={setStatus} />
            <FindByName machine={machine} />
          </SpaceBetween>
        }
        footer={<MoreButton pages={pages} />}
      />
    </SpaceBetween>
  );
}

function useColumns(): TableProps.ColumnDefinition<ExecutionRow>[] {
  const words = useWords(EXECUTIONS);
  const { moment } = useMoments();
  return [
    {
      id: 'name',
      header: words.name,
      isRowHeader: true,
      cell: (row) => <PageLink to={executionPath(row)}>{row.name}</PageLink>,
    },
    { id: 'status', header: words.status, cell: ({ status }) => <ExecutionStatusLabel status={status} /> },
    { id: 'started', header: words.started, cell: ({ startedAt }) => moment(startedAt) },
    { id: 'stopped', header: words.stopped, cell: ({ stoppedAt }) => (stoppedAt ? moment(stoppedAt) : '–') },
    { id: 'redrives', header: words.redrives, cell: ({ redrives }) => redrives },
  ];
}

function MachineChoice({ machine, onMachine }: { machine: string; onMachine: (machine: string) => void }) {
  const words = useWords(EXECUTIONS);
  const machines = useLoaded<MachineList>('/admin/executions/machines');
  const optionOf = (value: string) => ({ value, label: words.machines[value] ?? value });
  return (
    <Select
      ariaLabel={words.machine}
      selectedOption={optionOf(machine)}
      options={(machines.value?.items ?? []).map((item) => optionOf(item.machine))}
      statusType={machines.state === 'loading' ? 'loading' : 'finished'}
      onChange={({ detail }) => onMachine(detail.selectedOption.value ?? FIRST_MACHINE)}
    />
  );
}

function StatusChoice({ status, onStatus }: { status: string; onStatus: (status: string) => void }) {
  const words = useWords(EXECUTIONS);
  const options = [
    { value: '', label: words.allStatuses },
    ...STATUSES.map((value) => ({ value, label: words.executionStatuses[value] })),
  ];
  return (
    <Select
      ariaLabel={words.status}
      selectedOption={options.find(({ value }) => value === status) ?? null}
      options={options}
      onChange={({ detail }) => onStatus(detail.selectedOption.value ?? '')}
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
