import StatusIndicator from '@cloudscape-design/components/status-indicator';
import type { RequestRow } from '../../../contracts/console/requests.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { useMoments } from '../shell/use-moments.js';
import { urgencyOf } from './urgency.js';
import { REQUESTS } from './words.js';

const LOOKS = {
  overdue: 'error',
  today: 'warning',
  later: 'pending',
  paused: 'stopped',
  none: 'info',
} as const;

/** The deadline of an open request in its colour, and how far off it is. */
export function Deadline({ row }: { row: Pick<RequestRow, 'dueAt' | 'pausedSince'> }) {
  const words = useWords(REQUESTS).deadline;
  const { now, me } = usePage();
  const { moment, duration } = useMoments();
  const at = now();
  const urgency = urgencyOf(row, at, me.town.timeZone);
  const off = row.dueAt === undefined ? 0 : Date.parse(row.dueAt) - at;
  const said = {
    overdue: words.overdue(duration(-off)),
    today: words.left(duration(off)),
    later: words.left(duration(off)),
    paused: words.paused,
    none: words.none,
  }[urgency];
  return (
    <span className="deadline">
      <StatusIndicator type={LOOKS[urgency]}>
        {row.dueAt !== undefined && (
          <>
            {moment(row.dueAt)}
            <br />
          </>
        )}
        {said}
      </StatusIndicator>
    </span>
  );
}
