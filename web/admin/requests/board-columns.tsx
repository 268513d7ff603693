import type { TableProps } from '@cloudscape-design/components/table';
import { useWords } from '../page/catalogue.js';
import { RequestLink } from '../shell/request-link.js';
import { TwoLines, twoHeaders } from '../shell/two-lines.js';
import { useMoments } from '../shell/use-moments.js';
import { NO_ROOM_BESIDE, useNarrow } from '../shell/use-narrow.js';
import type { TownNames } from '../town/use-town-names.js';
import type { BoardQuery } from './board-query.js';
import { Deadline } from './deadline.js';
import { RowPath, Standing, usePlace } from './row-standing.js';
import type { FoundRow } from './use-search.js';
import { BOARD } from './words.board.js';
import { REQUESTS } from './words.js';

/** The columns of a list of requests, open or closed. */
export function useColumns(
  { state }: Pick<BoardQuery, 'state'>,
  names: TownNames,
): TableProps.ColumnDefinition<FoundRow>[] {
  const words = useWords(REQUESTS);
  const { foundBy, by } = useWords(BOARD).search;
  const { moment } = useMoments();
  const placeOf = usePlace(names);
  const isClosed = state === 'closed';
  // A column less: the place stands under the matter.
  const isTablet = useNarrow(NO_ROOM_BESIDE);
  const where = (row: FoundRow) => <TwoLines first={placeOf(row)} second={row.ownerName ?? words.nobody} />;
  return [
    {
      id: 'id',
      header: twoHeaders(words.number, words.created),
      isRowHeader: true,
      cell: ({ id, createdAt }) => (
        <TwoLines
          first={<RequestLink id={id} />}
          second={<span className="whole">{moment(createdAt)}</span>}
        />
      ),
    },
    ...(isClosed ? [] : [dueColumn(words.due)]),
    {
      id: 'status',
      header: twoHeaders(words.status, isClosed ? words.closed : words.waitsFor),
      cell: (row) => <Standing row={row} />,
    },
    {
      id: 'category',
      header: twoHeaders(words.category, isTablet ? words.place : words.path),
      cell: (row) => (
        <>
          <TwoLines
            first={names.categoryName(row.category)}
            second={
              row.foundBy ? foundBy(row.foundBy.map((one) => by[one]).join(' · ')) : <RowPath row={row} />
            }
          />
          {isTablet && where(row)}
        </>
      ),
    },
    ...(isTablet ? [] : [{ id: 'place', header: twoHeaders(words.place, words.owner), cell: where }]),
  ];
}

const dueColumn = (header: string): TableProps.ColumnDefinition<FoundRow> => ({
  id: 'due',
  header,
  minWidth: 185,
  cell: (row) => <Deadline row={row} />,
});
