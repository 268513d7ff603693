import { dateTimeText, timeText } from '../../../contracts/pages/times.js';
import { usePage } from '../page-context.js';
import {
  newestFirst,
  type TrackedRequest,
  withSilenceFolded,
} from '../../../contracts/resident/tracked-request.js';

export interface TimelineProps {
  readonly lines: TrackedRequest['timeline'];
  readonly readAt: number | undefined;
}

/** The events so far. */
export function Timeline({ lines, readAt }: TimelineProps) {
  const { messages, language, timeZone } = usePage();
  const { track } = messages;
  const folded = withSilenceFolded(newestFirst(lines));
  return (
    <section>
      <h2>{track.timeline}</h2>
      <ol class="timeline" reversed>
        {folded.map(({ line, behind }, index) => (
          <li key={folded.length - index}>
            <Event {...line} />
            {behind.length > 0 && (
              <details>
                <summary>{track.moreSilent(behind.length)}</summary>
                {behind.map((one) => (
                  <p key={`${one.at} ${one.text}`}>
                    <Event {...one} />
                  </p>
                ))}
              </details>
            )}
          </li>
        ))}
      </ol>
      {readAt !== undefined && <p class="hint">{track.refreshed(timeText(readAt, language, timeZone))}</p>}
    </section>
  );
}

function Event({ at, text }: TrackedRequest['timeline'][number]) {
  const { language, timeZone } = usePage();
  return (
    <>
      <time dateTime={at}>{dateTimeText(at, language, timeZone)}</time>
      <span>{text}</span>
    </>
  );
}
