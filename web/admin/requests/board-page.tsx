import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ComponentType, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { boardRoute, exportRequestsRoute } from '../../../contracts/console/board.js';
import { shownNumber } from '../../../contracts/pages/request-number.js';
import { withQuery } from '../api/query.js';
import { EnterButton } from '../correcting/enter-button.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { usePages } from '../page/use-pages.js';
import { PagedTable } from '../shell/paged-table.js';
import type { PageProps } from '../shell/pages.js';
import { useNarrow } from '../shell/use-narrow.js';
import { ExportButton, useExport } from '../tables/export-button.js';
import { type TownNames, useTownNames } from '../town/use-town-names.js';
import { AskedTasks } from './asked-tasks.js';
import { BoardCard } from './board-card.js';
import { useColumns } from './board-columns.js';
import { BoardFilters } from './board-filters.js';
import { type BoardQuery, forReader, readBoardQuery } from './board-query.js';
import { BulkButton, bulkActs } from './bulk-button.js';
import type { BulkAct, BulkFormProps, Chosen } from './bulk-form.js';
import { usePlace } from './row-standing.js';
import { SearchBox } from './search-box.js';
import { StandingStrip } from './standing-strip.js';
import { type FoundRow, useSearch } from './use-search.js';
import { BOARD } from './words.board.js';
import { REQUESTS } from './words.js';

interface BoardPageProps extends Pick<PageProps, 'search'> {
  readonly bulkForm: ComponentType<BulkFormProps>;
}

/** Every request of the town: what is due first on top. */
export function BoardPage({ search: address, bulkForm: BulkForm }: BoardPageProps) {
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
  const { lookAgain } = usePage();
  const changed = () => {
    pages.reload();
    lookAgain();
  };
  const [begun, setBegun] = useState<{ act: BulkAct; chosen: readonly Chosen[] }>();
  const chosen = useChosen(pages.items, names, (act, rows) => setBegun({ act, chosen: rows }));
  useFollowing(all.reload, !search && chosen.ids.length === 0);
  return (
    <>
      <PagedTable<FoundRow>
        title={words.title}
        description={words.description}
        pages={pages}
        columns={useColumns(query, names)}
        card={(row) => <BoardCard row={row} names={names} />}
        trackBy={({ id }) => id}
        empty={{ title: words.none, hint: words.noneHint }}
        wrapLines
        {...chosen.selection}
        actions={<Actions query={query} bulk={chosen.bulk} />}
        filter={
          <SpaceBetween size="s">
            {/* Complaints are counted and searched nowhere. */}
            {query.complaints === undefined && <StandingStrip query={query} onChange={change} />}
            {query.complaints === undefined && <SearchBox search={search} onFind={find} onClear={clear} />}
            <BoardFilters query={query} names={names} onChange={change} />
            {query.standing === 'asked' && <AskedTasks />}
          </SpaceBetween>
        }
      />
      {/* Beside the list, which is another when a phone is turned. */}
      {begun && (
        <BulkForm
          {...begun}
          onEnd={(isBegun) => {
            setBegun(undefined);
            if (isBegun) changed();
          }}
        />
      )}
    </>
  );
}

/** Which rows are chosen, for whoever may do something with several at once. */
function useChosen(
  items: readonly FoundRow[],
  names: TownNames,
  onAct: (act: BulkAct, chosen: readonly Chosen[]) => void,
) {
  const { may } = usePage();
  const words = useWords(BOARD).bulk;
  const [ids, setIds] = useState<readonly string[]>([]);
  const shown = items.filter(({ id }) => ids.includes(id));
  const isAllowed = bulkActs(may).length > 0;
  const placeOf = usePlace(names);
  const { nobody } = useWords(REQUESTS);
  const chosen = shown.map((row) => ({
    id: row.id,
    about: [names.categoryName(row.category), placeOf(row), row.ownerName ?? nobody].join(' · '),
  }));
  const bulk = isAllowed && <BulkButton count={chosen.length} onAct={(act) => onAct(act, chosen)} />;
  const selection = {
    actions: bulk,
    selectedItems: shown,
    onSelect: (rows: readonly FoundRow[]) => setIds(rows.map(({ id }) => id)),
    selectLabel: (row: FoundRow | undefined) => (row ? words.choose(shownNumber(row.id)) : words.chooseAll),
  };
  return {
    ids: shown.map(({ id }) => id),
    bulk,
    selection: isAllowed ? { selection } : {},
  };
}

/** Asks for the list again when the counts above it change; not under the hands of whoever chose or went on. */
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
  readonly bulk: ReactNode;
}

function Actions({ query, bulk }: ActionsProps) {
  const words = useWords(REQUESTS);
  const { may, me } = usePage();
  // On a phone it stands below, under the thumb, while something is chosen.
  const isNarrow = useNarrow();
  const { exportTable, isBusy } = useExport();
  const save = (format: string) =>
    exportTable(exportRequestsRoute, { query }, { name: `${me.town.id}-requests`, format });
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {!isNarrow && bulk}
      {may('requests.export') && query.complaints === undefined && (
        <ExportButton isBusy={isBusy} onExport={save}>
          {words.export}
        </ExportButton>
      )}
      {may('requests.enter') && <EnterButton />}
    </SpaceBetween>
  );
}
