import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { ConsoleAsk, ConsoleRequest } from '../../../contracts/console/requests.js';
import { useWords } from '../page/catalogue.js';
import { EmptyTable } from '../shell/empty-table.js';
import { useMoments } from '../shell/use-moments.js';
import { AnswerForm } from './answer-form.js';
import { REQUESTS } from './words.js';

interface AskTableProps {
  readonly request: ConsoleRequest;
  readonly onChanged: () => void;
}

const LOOKS = { open: 'in-progress', answered: 'success', over: 'stopped' } as const;

/** Whom a request was put to, what they said, and what is still open; the desk answers here what it is asked. */
export function AskTable({ request, onChanged }: AskTableProps) {
  const words = useWords(REQUESTS);
  const [answering, setAnswering] = useState<ConsoleAsk>();
  const columns = useColumns();
  const act: TableProps.ColumnDefinition<ConsoleAsk> = {
    id: 'act',
    header: words.answering.open,
    cell: (ask) =>
      ask.mayAnswer && (
        <Button ariaLabel={`${words.answering.open} ${ask.id}`} onClick={() => setAnswering(ask)}>
          {words.answering.open}
        </Button>
      ),
  };
  return (
    <>
      <Table
        header={<Header variant="h2">{words.asks}</Header>}
        columnDefinitions={
          // The column is there only where something may be answered: it would stand empty beside the answers.
          request.asks.some(({ mayAnswer }) => mayAnswer)
            ? [...columns.slice(0, 1), act, ...columns.slice(1)]
            : columns
        }
        items={request.asks.toReversed()}
        trackBy="id"
        empty={<EmptyTable title={words.ask.none} />}
      />
      {answering && (
        <AnswerForm
          request={request.id}
          ask={answering}
          onEnd={(isSent) => {
            setAnswering(undefined);
            if (isSent) onChanged();
          }}
        />
      )}
    </>
  );
}

function useColumns(): TableProps.ColumnDefinition<ConsoleAsk>[] {
  const words = useWords(REQUESTS).ask;
  const { moment } = useMoments();
  return [
    { id: 'kind', header: words.what, isRowHeader: true, cell: ({ kind }) => words.kinds[kind] ?? kind },
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
