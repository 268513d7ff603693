import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ConsoleAsk, ConsoleRequest } from '../../../contracts/console/requests.js';
import { useWords } from '../page/catalogue.js';
import { EmptyTable } from '../shell/empty-table.js';
import { FoldedPart } from '../shell/folded-part.js';
import { useMoments } from '../shell/use-moments.js';
import { askedFor } from './asked-for.js';
import { REQUESTS } from './words.js';

const LOOKS = { open: 'in-progress', answered: 'success', over: 'stopped' } as const;

/** Whom a request was put to, what they said, and what is still open. */
export function AskTable({ request }: { request: ConsoleRequest }) {
  const words = useWords(REQUESTS);
  return (
    <FoldedPart title={words.asks}>
      <Table
        variant="borderless"
        ariaLabels={{ tableLabel: words.asks }}
        columnDefinitions={useColumns()}
        items={request.asks.toReversed()}
        trackBy="id"
        empty={<EmptyTable title={words.ask.none} />}
      />
    </FoldedPart>
  );
}

function useColumns(): TableProps.ColumnDefinition<ConsoleAsk>[] {
  const words = useWords(REQUESTS).ask;
  const { moment } = useMoments();
  return [
    { id: 'kind', header: words.what, isRowHeader: true, cell: (ask) => askedFor(ask, words.kinds) },
    {
      id: 'to',
      header: words.to,
      cell: ({ to, toName }) => (to === 'resident' ? words.resident : (toName ?? to)),
    },
    {
      id: 'state',
      header: words.state,
      cell: ({ state }) => <StatusIndicator type={LOOKS[state]}>{words.states[state]}</StatusIndicator>,
    },
    { id: 'asked', header: words.askedAt, cell: ({ askedAt }) => moment(askedAt) },
    { id: 'due', header: words.due, cell: ({ due }) => moment(due) },
    {
      id: 'answer',
      header: words.answer,
      cell: ({ answer }) =>
        answer
          ? [answer.label ?? answer.option, answer.note, answer.byName, moment(answer.at)]
              .filter((part) => part !== undefined)
              .join(' · ')
          : '–',
    },
  ];
}
