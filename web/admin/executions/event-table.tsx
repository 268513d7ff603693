import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Toggle from '@cloudscape-design/components/toggle';
import { useMemo, useState } from 'react';
import type { HistoryEvent } from '../../../contracts/console/executions.js';
import { useMoments } from '../shell/use-moments.js';
import { useWords } from '../page/catalogue.js';
import { eventName } from './event-name.js';
import { JsonText } from './json-text.js';
import type { MachineWords } from './machine-words.js';
import { statesOf } from './state-status.js';
import { EXECUTIONS } from './words.js';

const ROWS = 50;

interface EventTableProps {
  readonly words: MachineWords;
  readonly events: readonly HistoryEvent[];
  readonly startedAt: string;
}

/** What is particular to an event, with AWS's own name of its kind; not its number and time. */
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

function useColumns({
  words: named,
  events,
  startedAt,
}: EventTableProps): TableProps.ColumnDefinition<HistoryEvent>[] {
  const words = useWords(EXECUTIONS);
  const { moment, duration } = useMoments();
  const states = useMemo(() => statesOf(events), [events]);
  return [
    { id: 'id', header: words.event, cell: ({ id }) => id, width: 80 },
    { id: 'type', header: words.type, isRowHeader: true, cell: ({ type }) => eventName(type, words) },
    {
      id: 'state',
      header: words.state,
      cell: ({ id }) => {
        const state = states.get(id);
        return state === undefined ? '–' : named.whole(state);
      },
    },
    { id: 'at', header: words.at, cell: ({ timestamp }) => moment(timestamp) },
    {
      id: 'after',
      header: words.after,
      cell: ({ timestamp }) => duration(Date.parse(timestamp) - Date.parse(startedAt)),
    },
    {
      id: 'details',
      header: words.details,
      minWidth: 120,
      cell: (event) => (
        <ExpandableSection
          variant="inline"
          headerText={words.details}
          headerAriaLabel={`${words.showDetails} ${event.id}`}
        >
          <JsonText
            text={JSON.stringify(detailsOf(event))}
            label={`${eventName(event.type, words)} ${event.id}`}
          />
        </ExpandableSection>
      ),
    },
  ];
}

/** The event history as AWS has it. */
export function EventTable(props: EventTableProps) {
  const { events } = props;
  const words = useWords(EXECUTIONS);
  const [isNewestFirst, setNewestFirst] = useState(false);
  const [page, setPage] = useState(1);
  const ordered = useMemo(() => (isNewestFirst ? events.toReversed() : events), [events, isNewestFirst]);
  return (
    <Table
      items={ordered.slice((page - 1) * ROWS, page * ROWS)}
      trackBy={({ id }) => String(id)}
      header={
        <Header
          variant="h2"
          counter={`(${events.length})`}
          actions={
            <Toggle checked={isNewestFirst} onChange={({ detail }) => setNewestFirst(detail.checked)}>
              {words.newestFirst}
            </Toggle>
          }
        >
          {words.events}
        </Header>
      }
      pagination={
        events.length > ROWS && (
          <Pagination
            currentPageIndex={page}
            pagesCount={Math.ceil(events.length / ROWS)}
            onChange={({ detail }) => setPage(detail.currentPageIndex)}
          />
        )
      }
      columnDefinitions={useColumns(props)}
    />
  );
}
