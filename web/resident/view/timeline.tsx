import { dateTimeText, timeText } from '../../times.js';
import { usePage } from '../page-context.js';
import type { TimelineLine } from '../tracked-request.js';

export interface TimelineProps {
  /** Oldest first; shown newest first, as that is what people come for. */
  readonly lines: readonly TimelineLine[];
  readonly readAt: number | undefined;
}

/** Not `toReversed`, which older phones lack. */
const newestFirst = (lines: readonly TimelineLine[]): TimelineLine[] =>
  lines.reduceRight<TimelineLine[]>((newest, line) => [...newest, line], []);

/** What happened so far. */
export function Timeline({ lines, readAt }: TimelineProps) {
  const { messages, language } = usePage();
  const { track } = messages;
  return (
    <section>
      <h2>{track.timeline}</h2>
      <ol class="timeline" reversed>
        {newestFirst(lines).map(({ at, text }, index) => (
          <li key={lines.length - index}>
            <time dateTime={new Date(at).toISOString()}>{dateTimeText(at, language)}</time>
            <span>{text}</span>
          </li>
        ))}
      </ol>
      {readAt !== undefined && <p class="hint">{track.refreshed(timeText(readAt, language))}</p>}
    </section>
  );
}
