import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { RequestRow } from '../../../contracts/console/board.js';
import { isUrgent } from '../../../domain/request/is-urgent.js';
import { EMERGENCY } from '../emergencies/words.js';
import { useWords } from '../page/catalogue.js';
import { TwoLines } from '../shell/two-lines.js';
import { useMoments } from '../shell/use-moments.js';
import type { TownNames } from '../town/use-town-names.js';
import { RowTrouble } from './row-trouble.js';
import { REQUESTS } from './words.js';

/** How a request stands, and what it waits for; of a closed one how and when it was closed. */
export function Standing({ row }: { row: RequestRow }) {
  const words = useWords(REQUESTS);
  const { moment } = useMoments();
  const { id, status, waitsFor, unplaced, unanswered, trouble, closedAt, closedAs } = row;
  if (closedAt !== undefined || closedAs !== undefined)
    return (
      <TwoLines
        first={closedAs ? words.closedAs[closedAs] : words.statuses[status]}
        second={
          trouble ? (
            <RowTrouble id={id} trouble={trouble} />
          ) : (
            closedAt !== undefined && <span className="whole">{moment(closedAt)}</span>
          )
        }
      />
    );
  return (
    <TwoLines
      first={
        unplaced ? <StatusIndicator type="error">{words.unplaced}</StatusIndicator> : words.statuses[status]
      }
      second={
        unanswered ? (
          <Unanswered />
        ) : trouble ? (
          <RowTrouble id={id} trouble={trouble} />
        ) : (
          waitsFor && words.waits[waitsFor]
        )
      }
    />
  );
}

/** Which way it goes; an emergency that is not over is red. */
export function RowPath({ row: { path, status } }: { row: RequestRow }) {
  const words = useWords(REQUESTS).paths;
  return isUrgent({ path, status }) ? (
    <StatusIndicator type="error">{words[path]}</StatusIndicator>
  ) : (
    words[path]
  );
}

/** Says where a request is, by village and grid. */
export function usePlace(names: TownNames): (row: RequestRow) => string {
  const words = useWords(REQUESTS);
  return ({ village, grid }) =>
    [
      village === undefined ? '' : names.villageName(village),
      grid === undefined ? words.unplaced : words.gridNumber(grid),
    ]
      .filter((part) => part !== '')
      .join(' · ');
}

/** An emergency to which nobody of the whole ladder came: its page says whom to telephone. */
const Unanswered = () => (
  <StatusIndicator type="error">{useWords(EMERGENCY).calls.unanswered}</StatusIndicator>
);
