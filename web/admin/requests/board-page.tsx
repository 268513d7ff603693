import SpaceBetween from '@cloudscape-design/components/space-between';
import type { TableProps } from '@cloudscape-design/components/table';
import { useEffect, useMemo, useRef, useState } from 'react';
import { boardRoute, exportRequestsRoute } from '../../../contracts/console/requests.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { withQuery } from '../api/query.js';
import { EnterButton } from '../correcting/enter-button.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { usePages } from '../page/use-pages.js';
import { PagedTable } from '../shell/paged-table.js';
import type { PageProps } from '../shell/pages.js';
import { RequestLink } from '../shell/request-link.js';
import { TwoLines, twoHeaders } from '../shell/two-lines.js';
import { useMoments } from '../shell/use-moments.js';
import { useNarrow } from '../shell/use-narrow.js';
import { ExportButton, useExport } from '../tables/export-button.js';
import { type TownNames, useTownNames } from '../town/use-town-names.js';
import { BoardCard } from './board-card.js';
import { BoardFilters } from './board-filters.js';
import { type BoardQuery, forReader, readBoardQuery } from './board-query.js';
import { BulkButton, bulkActs } from './bulk-button.js';
import { Deadline } from './deadline.js';
import { RowPath, Standing, usePlace } from './row-standing.js';
import { SearchBox } from './search-box.js';
import { StandingStrip } from './standing-strip.js';
import { type FoundRow, useSearch } from './use-search.js';
import { BOARD } from './words.board.js';
import { REQUESTS } from './words.js';

/** Every request of the town: what is due first on top. */
export function BoardPage({ search: address }: PageProps) {
  const words = useWords(REQUESTS);
  const { go, may } = usePage();
  const names = useTownNames();
  const readsComplaints = may('complaints.read');
  const query = useMemo(
    () => forReader(readBoardQuery(address), readsComplaints),
    [address, readsComplaints],
  );
  const all = usePages(boardRoute, { query });
  const { search, find, clear } = useSearch(query.state === 'closed' ? 'closed' : 'open');
  const change = (changed: BoardQuery) => {
    clear();
    go(withQuery('/requests', changed));
  };
  const pages = search?.pages ?? all;
  const chosen = useChosen(pages.items);
  useFollowing(all.reload, !search && chosen.ids.length === 0);
  return (
    <PagedTable<FoundRow>
      title={words.title}
      description={words.description}
      pages={pages}
      columns={useColumns(query, names)}
      card={(row) => <BoardCard row={row} names={names} />}
      trackBy={({ id }) => id}
      empty={{ title: words.none, hint: words.noneHint }}
      {...chosen.selection}
      actions={<Actions query={query} names={names} ids={chosen.ids} onChanged={pages.reload} />}
      filter={
        <SpaceBetween size="s">
          {/* Complaints are counted and searched nowhere. */}
          {query.complaints === undefined && <StandingStrip query={query} onChange={change} />}
          {query.complaints === undefined && <SearchBox search={search} onFind={find} onClear={clear} />}
          <BoardFilters query={query} names={names} onChange={change} />
        </SpaceBetween>
      }
    />
  );
}

/** Which rows are chosen, for whoever may do something with several at once. */
function useChosen(items: readonly FoundRow[]) {
  const { may } = usePage();
  const words = useWords(BOARD).bulk;
  const [ids, setIds] = useState<readonly string[]>([]);
  const shown = items.filter(({ id }) => ids.includes(id));
  const selection = {
    selectedItems: shown,
    onSelect: (rows: readonly FoundRow[]) => setIds(rows.map(({ id }) => id)),
    selectLabel: (row: FoundRow | undefined) => (row ? words.choose(shownNumber(row.id)) : words.chooseAll),
  };
  return {
    ids: shown.map(({ id }) => id),
    selection: bulkActs(may).length > 0 ? { selection } : {},
  };
}

/** Asks for the list again when the counts above it say that something changed; not under the hands of whoever chose or looked further. */
function useFollowing(reload: () => void, isIdle: boolean): void {
  const { standing } = usePage();
  const known = useRef(standing);
  useEffect(() => {
    if (known.current !== undefined && known.current !== standing && isIdle) reload();
    known.current = standing;
  }, [standing, isIdle, reload]);
}

interface ActionsProps {
  readonly query: BoardQuery;
  readonly names: TownNames;
  readonly ids: readonly string[];
  readonly onChanged: () => void;
}

function Actions({ query, names, ids, onChanged }: ActionsProps) {
  const words = useWords(REQUESTS);
  const { may, me, lookAgain } = usePage();
  // On a phone nothing is chosen.
  const isNarrow = useNarrow();
  const save = useExport();
  const exportTable = (format: string) =>
    save(exportRequestsRoute, { query }, { name: `${me.town.id}-requests`, format });
  const changed = () => {
    onChanged();
    lookAgain();
  };
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {!isNarrow && bulkActs(may).length > 0 && <BulkButton ids={ids} onChanged={changed} />}
      {may('requests.export') && query.complaints === undefined && (
        <ExportButton onExport={exportTable}>{words.export}</ExportButton>
      )}
      {may('requests.enter') && <EnterButton names={names} />}
    </SpaceBetween>
  );
}

function useColumns(query: BoardQuery, names: TownNames): TableProps.ColumnDefinition<FoundRow>[] {
  const words = useWords(REQUESTS);
  const { foundBy, by } = useWords(BOARD).search;
  const { moment } = useMoments();
  const placeOf = usePlace(names);
  const isClosed = query.state === 'closed';
  return [
    {
      id: 'id',
      header: twoHeaders(words.number, words.created),
      isRowHeader: true,
      cell: ({ id, createdAt }) => <TwoLines first={<RequestLink id={id} />} second={moment(createdAt)} />,
    },
    ...(isClosed ? [] : [dueColumn(words.due)]),
    {
      id: 'status',
      header: twoHeaders(words.status, isClosed ? words.closed : words.waitsFor),
      cell: (row) => <Standing row={row} />,
    },
    {
      id: 'category',
      header: twoHeaders(words.category, words.path),
      cell: (row) => (
        <TwoLines
          first={names.categoryName(row.category)}
          second={
            row.foundBy ? (
              `${foundBy}: ${row.foundBy.map((one) => by[one]).join(' · ')}`
            ) : (
              <RowPath row={row} />
            )
          }
        />
      ),
    },
    {
      id: 'place',
      header: twoHeaders(words.place, words.owner),
      cell: (row) => <TwoLines first={placeOf(row)} second={row.ownerName ?? words.nobody} />,
    },
  ];
}

const dueColumn = (header: string): TableProps.ColumnDefinition<FoundRow> => ({
  id: 'due',
  header,
  cell: (row) => <Deadline row={row} />,
});
