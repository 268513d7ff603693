import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import { useMoments } from './use-moments.js';

export interface TimelineEntry {
  /** An ISO 8601 moment. */
  readonly at: string;
  /** What kind of entry it is; its colour goes by it. */
  readonly type: string;
  readonly text: string;
  readonly who: readonly (string | undefined)[];
  readonly note?: string | undefined;
}

interface TimelineProps {
  readonly title: string;
  /** As they happened; shown the latest first. */
  readonly entries: readonly TimelineEntry[];
}

/** Everything that happened, the latest first. */
export function Timeline({ title, entries }: TimelineProps) {
  return (
    <Container header={<Header variant="h2">{title}</Header>}>
      <ol className="timeline">
        {entries
          // Two entries may be of one moment and one kind; only their place tells them apart.
          .map((entry, place) => <Entry key={`${place}`} {...entry} />)
          .toReversed()}
      </ol>
    </Container>
  );
}

function Entry({ at, type, text, who, note }: TimelineEntry) {
  const { moment } = useMoments();
  // The text often names them already.
  const named = who.filter((name) => name !== undefined && !text.includes(name)).join(' → ');
  return (
    <li className={`timeline-${type}`}>
      <time dateTime={at}>{moment(at)}</time>
      <div>
        {text}
        {named !== '' && <Box color="text-body-secondary">{named}</Box>}
        {note !== undefined && !text.includes(note) && <blockquote>{note}</blockquote>}
      </div>
    </li>
  );
}
