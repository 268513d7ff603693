import Header from '@cloudscape-design/components/header';
import Pagination from '@cloudscape-design/components/pagination';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Toggle from '@cloudscape-design/components/toggle';
import { useMemo, useState } from 'react';
import type { HistoryEvent } from '../../../contracts/console/executions.js';
import { useMoments } from '../shell/use-moments.js';
import { useWords } from '../page/catalogue.js';
import { JsonText } from './json-text.js';
import { EXECUTIONS } from './words.js';

const ROWS = 50;

interface EventTableProps {
  readonly events: readonly HistoryEvent[];
  readonly startedAt: string;
}

/** What is particular to an event: everything but its number, kind and time. */
function detailsOf({
  id: _id,
  previousEventId: _before,
  type: _type,
  timestamp: _at,
  ...details
}: HistoryEvent): object {
  const [first] = Object.values(details);
  return typeof first === 'object' && first !== null ? first : {};
}

function useColumns(startedAt: string): TableProps.ColumnDefinition<HistoryEvent>[] {
  const words = useWords(EXECUTIONS);
  const { moment, duration } = useMoments();
  return [
    { id: 'id', header: words.event, cell: ({ id }) => id, width: 80 },
    { id: 'type', header: words.type, isRowHeader: true, cell: ({ type }) => type },
    {
      id: 'state',
      header: words.state,
      cell: (event) => event.stateEnteredEventDetails?.name ?? event.stateExitedEventDetails?.name ?? '–',
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
      cell: (event) => (
        <ExpandableSection
          variant="inline"
          headerText={words.details}
          headerAriaLabel={`${words.showDetails} ${event.id}`}
        >
          <JsonText text={JSON.stringify(detailsOf(event))} label={`${event.type} ${event.id}`} />
        </ExpandableSection>
      ),
    },
  ];
}

/** The event history as AWS has it. */
export function EventTable({ events, startedAt }: EventTableProps) {
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
      columnDefinitions={useColumns(startedAt)}
    />
  );
}
