import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { useMoments } from '../shell/use-moments.js';
import { type Dated, urgencyOf } from './urgency.js';
import { REQUESTS } from './words.js';

const LOOKS = {
  overdue: 'error',
  today: 'warning',
  later: 'pending',
  waiting: 'info',
  paused: 'stopped',
} as const;

/** The deadline of an open request in its colour, and how far off it is, in whole units. */
export function Deadline({ row, none = '–' }: { row: Dated; none?: string }) {
  const words = useWords(REQUESTS).deadline;
  const { now, me } = usePage();
  const { moment, whole } = useMoments();
  const at = now();
  const urgency = urgencyOf(row, at, me.town.timeZone);
  const off = row.dueAt === undefined ? 0 : Date.parse(row.dueAt) - at;
  if (urgency === 'none') return <>{none}</>;
  const said = {
    overdue: words.overdue(whole(-off)),
    today: words.left(whole(off)),
    later: words.left(whole(off)),
    waiting: row.waitsFor === 'first-report' ? words.waitingForFirst : words.waiting,
    paused: words.paused,
  }[urgency];
  return (
    <span className="deadline">
      <StatusIndicator type={LOOKS[urgency]}>
        {row.dueAt !== undefined && (
          <>
            <span className="whole">{moment(row.dueAt)}</span>
            <br />
          </>
        )}
        {said}
      </StatusIndicator>
    </span>
  );
}
