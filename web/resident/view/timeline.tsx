import { dateTimeText, timeText } from '../../../contracts/pages/times.js';
import { usePage } from '../page-context.js';
import { newestFirst, type TrackedRequest } from '../../../contracts/resident/tracked-request.js';

export interface TimelineProps {
  readonly lines: TrackedRequest['timeline'];
  readonly readAt: number | undefined;
}

/** The events so far. */
export function Timeline({ lines, readAt }: TimelineProps) {
  const { messages, language } = usePage();
  const { track } = messages;
  return (
    <section>
      <h2>{track.timeline}</h2>
      <ol class="timeline" reversed>
        {newestFirst(lines).map(({ at, text }, index) => (
          <li key={lines.length - index}>
            <time dateTime={at}>{dateTimeText(at, language)}</time>
            <span>{text}</span>
          </li>
        ))}
      </ol>
      {readAt !== undefined && <p class="hint">{track.refreshed(timeText(readAt, language))}</p>}
    </section>
  );
}
