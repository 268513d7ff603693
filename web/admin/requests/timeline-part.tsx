import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { ConsoleRequest } from '../../../functions/http/schemas/console-requests.js';
import { useWords } from '../catalogue.js';
import { useMoments } from '../shell/use-moments.js';
import { REQUESTS } from './words.js';

type Entry = ConsoleRequest['timeline'][number];

/** Everything that happened to a request, the latest first. */
export function TimelinePart({ request }: { request: ConsoleRequest }) {
  const words = useWords(REQUESTS);
  const entries = request.timeline.toReversed();
  return (
    <Container header={<Header variant="h2">{words.timeline}</Header>}>
      <ol className="timeline">
        {entries.map((entry, position) => (
          // Two entries may be of one moment and one kind; only their place tells them apart.
          <TimelineEntry key={`${entries.length - position}`} entry={entry} />
        ))}
      </ol>
    </Container>
  );
}

function TimelineEntry({ entry }: { entry: Entry }) {
  const { moment } = useMoments();
  const { at, type, text, byName, toName, note } = entry;
  const who = [byName, toName].filter((name) => name !== undefined).join(' → ');
  return (
    <li className={`timeline-${type}`}>
      <time dateTime={at}>{moment(at)}</time>
      <div>
        {text}
        {who !== '' && <Box color="text-body-secondary">{who}</Box>}
        {note !== undefined && !text.includes(note) && <blockquote>{note}</blockquote>}
      </div>
    </li>
  );
}
