import Box from '@cloudscape-design/components/box';
import type { RequestRow } from '../../../contracts/console/board.js';
import { RequestLink } from '../shell/request-link.js';
import type { TownNames } from '../town/use-town-names.js';
import { Deadline } from './deadline.js';
import { RowPath, Standing, usePlace } from './row-standing.js';

/** One request of the board on a phone: what and where first, then how it stands and until when. */
export function BoardCard({ row, names }: { row: RequestRow; names: TownNames }) {
  const { id, category, ownerName } = row;
  const placeOf = usePlace(names);
  return (
    <div className="card">
      <div className="card-head">
        <b>{names.categoryName(category)}</b>
        <RequestLink id={id} />
      </div>
      <div>{placeOf(row)}</div>
      <RowPath row={row} />
      <Standing row={row} />
      {row.closedAt === undefined && <Deadline row={row} none="" />}
      {ownerName !== undefined && <Box variant="small">{ownerName}</Box>}
    </div>
  );
}
