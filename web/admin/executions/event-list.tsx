import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Pagination from '@cloudscape-design/components/pagination';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Toggle from '@cloudscape-design/components/toggle';
import { useMemo, useState } from 'react';
import type { HistoryEvent } from '../../../contracts/console/executions.js';
import { useWords } from '../page/catalogue.js';
import { Choice } from '../shell/choice.js';
import { HeadedPart } from '../shell/headed.js';
import { useMoments } from '../shell/use-moments.js';
import { EVENT_KINDS, eventsOf } from './event-kinds.js';
import { eventName } from './event-name.js';
import { JsonText } from './json-text.js';
import type { MachineWords } from './machine-words.js';
import { statesOf } from './state-status.js';
import { EXECUTIONS } from './words.js';
import { SINGLE } from './words.single.js';

const ROWS = 50;

interface EventListProps {
  readonly words: MachineWords;
  readonly events: readonly HistoryEvent[];
  readonly startedAt: string;
}

/** The details of an event, with AWS's own name of its kind; without its number and time. */
function detailsOf({
  id: _id,
  previousEventId: _before,
  type,
  timestamp: _at,
  ...details
}: HistoryEvent): object {
  const [first] = Object.values(details);
  return { type, ...(typeof first === 'object' && first !== null ? first : {}) };
}

/** The event history as AWS has it: each event with its state and its time, opened where it stands. */
export function EventList({ words: named, events, startedAt }: EventListProps) {
  const words = useWords(EXECUTIONS);
  const single = useWords(SINGLE);
  const [isNewestFirst, setNewestFirst] = useState(false);
  const [kindName, setKind] = useState('');
  const [page, setPage] = useState(1);
  const kind = EVENT_KINDS.find((one) => one === kindName) ?? '';
  const found = useMemo(() => eventsOf(events, kind), [events, kind]);
  const states = useMemo(() => statesOf(events), [events]);
  const ordered = useMemo(() => (isNewestFirst ? found.toReversed() : found), [found, isNewestFirst]);
  const pages = Math.max(1, Math.ceil(ordered.length / ROWS));
  const shown = Math.min(page, pages);
  return (
    <HeadedPart title={words.events} counter={`(${found.length})`}>
      <SpaceBetween size="s">
        <SpaceBetween direction="horizontal" size="m" alignItems="end">
          <Choice
            label={words.type}
            value={kind}
            options={[
              ['', single.everyKind],
              ...EVENT_KINDS.map((one) => [one, single.eventKinds[one]] as const),
            ]}
            onChange={setKind}
          />
          <Toggle checked={isNewestFirst} onChange={({ detail }) => setNewestFirst(detail.checked)}>
            {words.newestFirst}
          </Toggle>
          {pages > 1 && (
            <Pagination
              currentPageIndex={shown}
              pagesCount={pages}
              onChange={({ detail }) => setPage(detail.currentPageIndex)}
            />
          )}
        </SpaceBetween>
        {found.length === 0 && <Box color="text-body-secondary">{single.noEvents}</Box>}
        <ol className="lines">
          {ordered.slice((shown - 1) * ROWS, shown * ROWS).map((event) => (
            <EventLine
              key={event.id}
              event={event}
              state={named.whole(states.get(event.id) ?? '')}
              startedAt={startedAt}
            />
          ))}
        </ol>
      </SpaceBetween>
    </HeadedPart>
  );
}

interface EventLineProps {
  readonly event: HistoryEvent;
  readonly state: string;
  readonly startedAt: string;
}

function EventLine({ event, state, startedAt }: EventLineProps) {
  const words = useWords(EXECUTIONS);
  const single = useWords(SINGLE);
  const { moment, duration } = useMoments();
  const { id, type, timestamp } = event;
  const name = eventName(type, words);
  const after = single.after(duration(Date.parse(timestamp) - Date.parse(startedAt)));
  return (
    <li>
      <ExpandableSection
        headerText={[String(id), name, ...(state === '' ? [] : [state])].join(' · ')}
        headerDescription={`${moment(timestamp)} · ${after}`}
      >
        <JsonText text={JSON.stringify(detailsOf(event))} label={`${name} ${id}`} isWhole />
      </ExpandableSection>
    </li>
  );
}
