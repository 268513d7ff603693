import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import type { CallList } from '../../../contracts/console/calls.js';
import { useWords } from '../page/catalogue.js';
import { Dialled } from '../shell/dialled.js';
import { HeadedPart } from '../shell/headed.js';
import { pair } from '../shell/pair.js';
import { TwoLines, twoHeaders } from '../shell/two-lines.js';
import { useMoments } from '../shell/use-moments.js';
import { useNarrow } from '../shell/use-narrow.js';
import { CallForm } from './call-form.js';
import { EMERGENCY } from './words.js';

type Contact = CallList['contacts'][number];

interface CallListPartProps {
  readonly request: string;
  readonly list: CallList;
  readonly onChanged: () => void;
}

/** Whom to telephone about an emergency that nobody comes to, what to say, and what came of each call. */
export function CallListPart({ request, list, onChanged }: CallListPartProps) {
  const words = useWords(EMERGENCY).calls;
  const { moment } = useMoments();
  const [calling, setCalling] = useState<Contact>();
  return (
    <HeadedPart title={words.title} description={words.hint}>
      <SpaceBetween size="l">
        {list.calledUpAt !== undefined && (
          <Alert type="error">{words.calledUp(moment(list.calledUpAt))}</Alert>
        )}
        <Say say={list.say} />
        <Table
          variant="embedded"
          wrapLines
          columnDefinitions={useColumns(list.mayNote ? setCalling : undefined)}
          items={list.contacts}
          trackBy="id"
          ariaLabels={{ tableLabel: words.title }}
        />
      </SpaceBetween>
      {calling && (
        <CallForm
          request={request}
          contact={calling}
          onEnd={(isNoted) => {
            setCalling(undefined);
            if (isNoted) onChanged();
          }}
        />
      )}
    </HeadedPart>
  );
}

function Say({ say }: { say: CallList['say'] }) {
  const words = useWords(EMERGENCY).calls;
  return (
    <div>
      <Header variant="h3">{words.say}</Header>
      <KeyValuePairs
        columns={4}
        items={[
          ...pair(words.danger, say.danger),
          ...pair(words.place, say.place),
          ...pair(words.words, say.words),
          ...pair(words.sender, say.phone && <Dialled phone={say.phone} />),
        ]}
      />
    </div>
  );
}

function useColumns(
  onNote: ((contact: Contact) => void) | undefined,
): TableProps.ColumnDefinition<Contact>[] {
  const words = useWords(EMERGENCY).calls;
  const isNarrow = useNarrow();
  const act: TableProps.ColumnDefinition<Contact> = {
    id: 'act',
    header: words.note,
    minWidth: 140,
    cell: (contact) => (
      <Button wrapText={false} ariaLabel={words.noteFor(contact.name)} onClick={() => onNote?.(contact)}>
        {words.note}
      </Button>
    ),
  };
  return [
    {
      id: 'contact',
      header: twoHeaders(words.contact, words.phone),
      isRowHeader: true,
      minWidth: isNarrow ? 130 : 170,
      // Together, so that a number is never beyond the edge of a small screen.
      cell: ({ name, phone, note }) => (
        <TwoLines
          first={
            <>
              <div>{name}</div>
              <Dialled phone={phone} />
            </>
          }
          second={note}
        />
      ),
    },
    // On a phone what came of the call and the button stand together: both are within the screen.
    ...(onNote && !isNarrow ? [act] : []),
    {
      id: 'last',
      header: words.lastCall,
      minWidth: isNarrow ? 140 : 170,
      cell: (contact) => (
        <SpaceBetween size="xxs">
          <LastCall call={contact.calls.at(-1)} />
          {onNote && isNarrow && act.cell(contact)}
        </SpaceBetween>
      ),
    },
  ];
}

function LastCall({ call }: { call: Contact['calls'][number] | undefined }) {
  const words = useWords(EMERGENCY).calls;
  const { moment } = useMoments();
  if (!call)
    return (
      <StatusIndicator wrapText={false} type="pending">
        {words.notCalled}
      </StatusIndicator>
    );
  const { at, byName, isAnswered, note } = call;
  return (
    <TwoLines
      first={
        <StatusIndicator wrapText={false} type={isAnswered ? 'success' : 'error'}>
          {isAnswered ? words.answered : words.noAnswer}
        </StatusIndicator>
      }
      second={[note, byName, moment(at)].filter((part) => part !== undefined).join(' · ')}
    />
  );
}
