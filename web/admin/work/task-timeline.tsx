import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import type { TaskAnswer } from '../../../functions/http/schemas/console-work.js';
import { useWords } from '../catalogue.js';
import { useMoments } from '../shell/use-moments.js';
import { WORK } from './words.js';

/** Everything that happened on a task, the latest first. */
export function TaskTimeline({ task }: { task: TaskAnswer }) {
  const words = useWords(WORK).tasks;
  const { moment } = useMoments();
  const entries = task.timeline.toReversed();
  return (
    <Container header={<Header variant="h2">{words.timeline}</Header>}>
      <ol className="timeline">
        {entries.map(({ at, type, by, byName, to, toName, note, due }, position) => {
          const who = [byName ?? by, toName ?? to].filter((name) => name !== undefined).join(' → ');
          return (
            // Two entries may be of one moment and one kind; only their place tells them apart.
            <li key={`${entries.length - position}`} className={`timeline-${type}`}>
              <time dateTime={at}>{moment(at)}</time>
              <div>
                {words.entries[type]}
                {due !== undefined && ` · ${words.due} ${moment(due)}`}
                {who !== '' && <Box color="text-body-secondary">{who}</Box>}
                {note !== undefined && <blockquote>{note}</blockquote>}
              </div>
            </li>
          );
        })}
      </ol>
    </Container>
  );
}
