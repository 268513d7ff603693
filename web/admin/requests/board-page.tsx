import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { TableProps } from '@cloudscape-design/components/table';
import { useMemo, useState } from 'react';
import { type RequestRow, boardRoute, exportRequestsRoute } from '../../../contracts/console/requests.js';
import { withQuery } from '../api/query.js';
import { usePages } from '../page/use-pages.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { PagedTable } from '../shell/paged-table.js';
import { RequestLink } from '../shell/request-link.js';
import { TwoLines, twoHeaders } from '../shell/two-lines.js';
import type { PageProps } from '../shell/pages.js';
import { useMoments } from '../shell/use-moments.js';
import { useSave } from '../shell/use-save.js';
import { BoardFilters } from './board-filters.js';
import { type BoardQuery, forReader, readBoardQuery } from './board-query.js';
import { Deadline } from './deadline.js';
import { EnterForm } from '../correcting/enter-form.js';
import { ENTERING } from '../correcting/words.entering.js';
import { EMERGENCY } from '../emergencies/words.js';
import { type TownNames, useTownNames } from '../town/use-town-names.js';
import { REQUESTS } from './words.js';

/** Every request of the town: what is due first on top. */
export function BoardPage({ search }: PageProps) {
  const words = useWords(REQUESTS);
  const { go, may, me } = usePage();
  const save = useSave();
  const names = useTownNames();
  const readsComplaints = may('complaints.read');
  const query = useMemo(() => forReader(readBoardQuery(search), readsComplaints), [search, readsComplaints]);
  const pages = usePages(boardRoute, { query });
  const change = (changed: BoardQuery) => go(withQuery('/requests', changed));
  const exportCsv = () => save(exportRequestsRoute, { query }, `${me.town.id}-requests.csv`);
  return (
    <PagedTable
      title={words.title}
      description={words.description}
      pages={pages}
      columns={useColumns(query, names)}
      trackBy={({ id }) => id}
      empty={{ title: words.none, hint: words.noneHint }}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          {may('requests.enter') && <EnterButton names={names} />}
          {may('requests.export') && query.complaints === undefined && (
            <Button iconName="download" onClick={() => void exportCsv()}>
              {words.export}
            </Button>
          )}
        </SpaceBetween>
      }
      filter={<BoardFilters query={query} names={names} onChange={change} />}
    />
  );
}

/** Takes down a call, and shows the request that it became. */
function EnterButton({ names }: { names: TownNames }) {
  const words = useWords(ENTERING);
  const { go } = usePage();
  const [isOpen, setOpen] = useState(false);
  const onEnd = (id?: string) => {
    setOpen(false);
    if (id !== undefined) go(`/requests/${id}`);
  };
  return (
    <>
      <Button iconName="call" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
      {isOpen && <EnterForm names={names} onEnd={onEnd} />}
    </>
  );
}

function useColumns(query: BoardQuery, names: TownNames): TableProps.ColumnDefinition<RequestRow>[] {
  const words = useWords(REQUESTS);
  const { moment } = useMoments();
  const number: TableProps.ColumnDefinition<RequestRow> = {
    id: 'id',
    header: twoHeaders(words.number, words.created),
    isRowHeader: true,
    cell: ({ id, createdAt }) => <TwoLines first={<RequestLink id={id} />} second={moment(createdAt)} />,
  };
  const place: TableProps.ColumnDefinition<RequestRow> = {
    id: 'place',
    header: words.place,
    cell: ({ grid, village }) => (
      <TwoLines
        first={grid === undefined ? words.unplaced : words.gridNumber(grid)}
        second={village !== undefined && names.villageName(village)}
      />
    ),
  };
  const shared: TableProps.ColumnDefinition<RequestRow>[] = [
    {
      id: 'category',
      header: twoHeaders(words.category, words.path),
      cell: ({ category, path }) => (
        <TwoLines first={names.categoryName(category)} second={words.paths[path]} />
      ),
    },
    place,
    { id: 'owner', header: words.owner, cell: ({ ownerName }) => ownerName ?? words.nobody },
  ];
  // A complaint lies in no grid.
  const shown = query.complaints === undefined ? shared : shared.filter((column) => column !== place);
  return query.state === 'closed'
    ? [number, closedColumn(words, moment), ...shown]
    : [number, ...openColumns(words), ...shown];
}

/** An emergency to which nobody of the whole ladder came: its page says whom to telephone. */
const Unanswered = () => (
  <StatusIndicator type="error">{useWords(EMERGENCY).calls.unanswered}</StatusIndicator>
);

type Words = (typeof REQUESTS)['en'];

const openColumns = (words: Words): TableProps.ColumnDefinition<RequestRow>[] => [
  { id: 'due', header: words.due, cell: (row) => <Deadline row={row} /> },
  {
    id: 'status',
    header: twoHeaders(words.status, words.waitsFor),
    cell: ({ status, waitsFor, unplaced, unanswered }) => (
      <TwoLines
        first={
          unplaced ? <StatusIndicator type="error">{words.unplaced}</StatusIndicator> : words.statuses[status]
        }
        second={unanswered ? <Unanswered /> : waitsFor && words.waits[waitsFor]}
      />
    ),
  },
];

const closedColumn = (
  words: Words,
  moment: (at: string) => string,
): TableProps.ColumnDefinition<RequestRow> => ({
  id: 'closed',
  header: twoHeaders(words.status, words.closed),
  cell: ({ closedAt, closedAs, status }) => (
    <TwoLines
      first={closedAs ? words.closedAs[closedAs] : words.statuses[status]}
      second={closedAt !== undefined && moment(closedAt)}
    />
  ),
});
