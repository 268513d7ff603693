import Alert from '@cloudscape-design/components/alert';
import { roundsRoute } from '../../../contracts/console/work.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { useLoaded } from '../page/use-loaded.js';
import { PageLink } from '../shell/page-link.js';
import { useMoments } from '../shell/use-moments.js';
import { WORK } from './words.js';

/** Why there is no round of a date: its time has not come, or it was not held, and where to look what went wrong. */
export function NotHeld({ kind, date }: { kind: string; date: string }) {
  const words = useWords(WORK).rounds;
  const { may } = usePage();
  const { moment } = useMoments();
  const next = useLoaded(roundsRoute, { query: { kind, limit: '1' } }).value?.next.find(
    (one) => one.kind === kind && one.date === date,
  );
  return (
    <Alert type={next ? 'info' : 'warning'} header={<h1>{words.notHeld}</h1>}>
      {next ? words.notBegun(moment(next.at)) : words.failed}{' '}
      {!next && may('executions.read') && (
        <PageLink to={`/executions?machine=${encodeURIComponent(kind)}`}>{words.executions}</PageLink>
      )}
    </Alert>
  );
}
