import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import { type TaskRow, tasksRoute } from '../../../contracts/console/work.js';
import { usePages } from '../page/use-pages.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { Deadline } from '../requests/deadline.js';
import { Choice } from '../shell/choice.js';
import { PageLink } from '../shell/page-link.js';
import { RequestLink } from '../shell/request-link.js';
import { TwoLines } from '../shell/two-lines.js';
import { PagedTable } from '../shell/paged-table.js';
import { useMoments } from '../shell/use-moments.js';
import { WORK } from './words.js';

/** The staff's tasks outside requests: those due first on top. */
export function TasksPage() {
  const words = useWords(WORK).tasks;
  const [state, setState] = useState<'open' | 'closed'>('open');
  const [kind, setKind] = useState('');
  return (
    <PagedTable
      title={words.title}
      description={words.description}
      pages={usePages(tasksRoute, { query: { state, kind } })}
      columns={useColumns(state)}
      trackBy={({ id }) => id}
      empty={{ title: words.none, hint: words.noneHint }}
      filter={
        <SpaceBetween direction="horizontal" size="s" alignItems="end">
          <SegmentedControl
            label={words.state}
            selectedId={state}
            options={(['open', 'closed'] as const).map((id) => ({ id, text: words.states[id] }))}
            onChange={({ detail }) => setState(detail.selectedId === 'closed' ? 'closed' : 'open')}
          />
          <Choice
            label={words.kind}
            value={kind}
            options={[['', words.any], ...Object.entries(words.kinds)]}
            onChange={setKind}
          />
        </SpaceBetween>
      }
    />
  );
}

function useColumns(state: 'open' | 'closed'): TableProps.ColumnDefinition<TaskRow>[] {
  const words = useWords(WORK).tasks;
  const { language } = usePage();
  const { moment } = useMoments();
  const first: TableProps.ColumnDefinition<TaskRow>[] = [
    {
      id: 'id',
      header: words.task,
      isRowHeader: true,
      cell: ({ id }) => <PageLink to={`/tasks/${id}`}>{id}</PageLink>,
    },
    { id: 'kind', header: words.kind, cell: ({ kind }) => words.kinds[kind] },
    {
      id: 'about',
      header: words.about,
      cell: ({ title, grid, request }) => (
        <TwoLines
          first={title[language]}
          second={
            request === undefined ? grid !== undefined && words.grid(grid) : <RequestLink id={request} />
          }
        />
      ),
    },
  ];
  return state === 'open'
    ? [
        ...first,
        { id: 'due', header: words.due, cell: ({ dueAt }) => <Deadline row={{ dueAt }} /> },
        { id: 'asked', header: words.asked, cell: ({ asked, askedName }) => askedName ?? asked ?? '–' },
      ]
    : [
        ...first,
        {
          id: 'closed',
          header: words.closed,
          cell: ({ closedAt }) => (closedAt === undefined ? '–' : moment(closedAt)),
        },
        { id: 'result', header: words.result, cell: ({ result }) => (result ? words.results[result] : '–') },
      ];
}
