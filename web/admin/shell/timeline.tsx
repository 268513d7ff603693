import Box from '@cloudscape-design/components/box';
import { useWords } from '../page/catalogue.js';
import { foldEntries } from './fold-entries.js';
import { HeadedPart } from './headed.js';
import { useMoments } from './use-moments.js';
import { SHELL } from './words.js';

export interface TimelineEntry {
  /** An ISO 8601 moment. */
  readonly at: string;
  /** The kind of the entry; its colour goes by it. */
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

/** Everything that happened, the latest first; rows of asking in vain are folded. */
export function Timeline({ title, entries }: TimelineProps) {
  return (
    <HeadedPart title={title}>
      <ol className="timeline">
        {foldEntries(entries)
          // Two entries may be of one moment and one kind; only their place tells them apart.
          .map(({ entry, before }, place) => <Entry key={`${place}`} {...entry} before={before} />)
          .toReversed()}
      </ol>
    </HeadedPart>
  );
}

function Entry({ before, ...entry }: TimelineEntry & { before: readonly TimelineEntry[] }) {
  const words = useWords(SHELL);
  return (
    <li className={`timeline-${entry.type}`}>
      <When {...entry} />
      <div>
        <What {...entry} />
        {before.length > 0 && (
          <details>
            <summary>{words.askedBefore(before.length)}</summary>
            {before.toReversed().map((one, place) => (
              <div key={`${place}`}>
                <When {...one} /> <What {...one} />
              </div>
            ))}
          </details>
        )}
      </div>
    </li>
  );
}

function When({ at }: Pick<TimelineEntry, 'at'>) {
  const { moment } = useMoments();
  return <time dateTime={at}>{moment(at)}</time>;
}

function What({ text, who, note }: TimelineEntry) {
  // The text often names them already.
  const named = who.filter((name) => name !== undefined && !text.includes(name)).join(' → ');
  return (
    <>
      {text}
      {named !== '' && <Box color="text-body-secondary">{named}</Box>}
      {note !== undefined && !text.includes(note) && <blockquote>{note}</blockquote>}
    </>
  );
}
