import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import { dateText } from '../../../contracts/pages/times.js';
import type { Staff } from '../../../domain/town/schema.js';
import { type LeaveAnswer, leaveRoute, removeLeaveRoute } from '../../../contracts/console/town.js';
import { useLoaded } from '../page/use-loaded.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { Confirm } from '../shell/confirm.js';
import { EmptyTable } from '../shell/empty-table.js';
import { LoadedPart } from '../shell/loaded-part.js';
import { useFailureNotice } from '../shell/use-failure-notice.js';
import { LeaveForm } from './leave-form.js';
import { TOWN } from './words.js';

type LeaveItem = LeaveAnswer['items'][number];

/** Who is away when. */
export function LeavePart({ staff }: { staff: readonly Staff[] }) {
  const loaded = useLoaded(leaveRoute);
  return (
    <LoadedPart loaded={loaded}>
      {({ items }) => <LeaveTable items={items} staff={staff} onChanged={loaded.reload} />}
    </LoadedPart>
  );
}

interface LeaveTableProps {
  readonly items: readonly LeaveItem[];
  readonly staff: readonly Staff[];
  readonly onChanged: () => void;
}

function useColumns(onRemove: (item: LeaveItem) => void): TableProps.ColumnDefinition<LeaveItem>[] {
  const words = useWords(TOWN).leave;
  const { language, may } = usePage();
  const day = (date: string): string => dateText(date, language);
  const remove: TableProps.ColumnDefinition<LeaveItem> = {
    id: 'remove',
    header: words.remove,
    // Leave in the files is changed there; its origin says so.
    cell: (item) =>
      item.imported ? (
        '–'
      ) : (
        <Button
          iconName="remove"
          ariaLabel={`${words.remove} ${item.name} ${day(item.from)}`}
          onClick={() => onRemove(item)}
        />
      ),
  };
  return [
    { id: 'who', header: words.staff, isRowHeader: true, cell: ({ name }) => name },
    { id: 'from', header: words.from, cell: ({ from }) => day(from) },
    { id: 'to', header: words.to, cell: ({ to }) => day(to) },
    { id: 'origin', header: words.origin, cell: ({ imported }) => (imported ? words.imported : words.own) },
    ...(may('leave.change') ? [remove] : []),
  ];
}

function LeaveTable({ items, staff, onChanged }: LeaveTableProps) {
  const words = useWords(TOWN).leave;
  const { may } = usePage();
  const [isAdding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<LeaveItem>();
  const mayChange = may('leave.change');
  return (
    <>
      <Table
        header={
          <Header
            variant="h2"
            counter={`(${items.length})`}
            description={words.description}
            actions={mayChange && <Button onClick={() => setAdding(true)}>{words.add}</Button>}
          >
            {words.title}
          </Header>
        }
        items={items}
        trackBy={({ staff: who, from }) => `${who} ${from}`}
        empty={<EmptyTable title={words.none} />}
        columnDefinitions={useColumns(setRemoving)}
      />
      {isAdding && (
        <LeaveForm
          staff={staff}
          onEnd={(isSaved) => {
            setAdding(false);
            if (isSaved) onChanged();
          }}
        />
      )}
      {removing && <Removing item={removing} onEnd={() => setRemoving(undefined)} onChanged={onChanged} />}
    </>
  );
}

interface RemovingProps {
  readonly item: LeaveItem;
  readonly onEnd: () => void;
  readonly onChanged: () => void;
}

function Removing({ item, onEnd, onChanged }: RemovingProps) {
  const words = useWords(TOWN).leave;
  const { client, language, notify } = usePage();
  const tellFailure = useFailureNotice();
  const remove = async () => {
    try {
      await client.call(removeLeaveRoute, { params: { staff: item.staff, from: item.from } });
      notify('success', words.removed);
    } catch (error) {
      tellFailure(error);
    }
    onEnd();
    onChanged();
  };
  return (
    <Confirm question={words.removeQuestion} verb={words.remove} onConfirm={remove} onCancel={onEnd}>
      {`${item.name} ${dateText(item.from, language)} – ${dateText(item.to, language)}`}
    </Confirm>
  );
}
