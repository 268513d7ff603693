import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useState } from 'react';
import { type TaughtItem, removeTaughtRoute } from '../../../contracts/console/reading.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import type { TownNames } from '../town/use-town-names.js';
import { Confirm } from '../shell/confirm.js';
import { EmptyTable } from '../shell/empty-table.js';
import { RequestLink } from '../shell/request-link.js';
import { TwoLines } from '../shell/two-lines.js';
import { useFailureNotice } from '../shell/use-failure-notice.js';
import { useMoments } from '../shell/use-moments.js';
import { READING } from './words.js';

interface TaughtPartProps {
  readonly taught: readonly TaughtItem[];
  readonly names: TownNames;
  readonly onChanged: () => void;
}

function useColumns(
  names: TownNames,
  onRemove: (item: TaughtItem) => void,
): TableProps.ColumnDefinition<TaughtItem>[] {
  const words = useWords(READING);
  const { moment } = useMoments();
  const { taught, dangers } = words;
  return [
    {
      id: 'words',
      header: taught.words,
      isRowHeader: true,
      minWidth: 260,
      cell: (item) => <TwoLines first={item.words} second={item.heldOut ? taught.heldOut : ''} />,
    },
    { id: 'category', header: taught.category, cell: ({ category = '' }) => names.categoryName(category) },
    { id: 'danger', header: taught.danger, cell: ({ danger }) => dangers[danger] },
    {
      id: 'village',
      header: taught.village,
      cell: ({ villages }) => villages.map(names.villageName).join(' / ') || '–',
    },
    {
      id: 'by',
      header: taught.by,
      cell: ({ name, at }) => <TwoLines first={name} second={moment(at)} />,
    },
    { id: 'request', header: taught.request, cell: ({ id }) => <RequestLink id={id} /> },
    {
      id: 'remove',
      header: taught.remove,
      cell: (item) => (
        <Button
          iconName="remove"
          ariaLabel={`${taught.remove} ${item.words}`}
          onClick={() => onRemove(item)}
        />
      ),
    },
  ];
}

/** The desk's lessons that nobody has taken over yet. */
export function TaughtPart({ taught, names, onChanged }: TaughtPartProps) {
  const words = useWords(READING).taught;
  const [removing, setRemoving] = useState<TaughtItem>();
  return (
    <>
      <Table
        header={
          <Header variant="h2" counter={`(${taught.length})`} description={words.hint}>
            {words.title}
          </Header>
        }
        items={taught}
        trackBy="id"
        wrapLines
        empty={<EmptyTable title={words.none} hint={words.noneHint} />}
        columnDefinitions={useColumns(names, setRemoving)}
      />
      {removing && <Removing item={removing} onEnd={() => setRemoving(undefined)} onChanged={onChanged} />}
    </>
  );
}

interface RemovingProps {
  readonly item: TaughtItem;
  readonly onEnd: () => void;
  readonly onChanged: () => void;
}

function Removing({ item, onEnd, onChanged }: RemovingProps) {
  const words = useWords(READING).taught;
  const { client, notify } = usePage();
  const tellFailure = useFailureNotice();
  const remove = async () => {
    try {
      await client.call(removeTaughtRoute, { params: { id: item.id } });
      notify('success', words.removed);
    } catch (error) {
      tellFailure(error);
    }
    onEnd();
    onChanged();
  };
  return (
    <Confirm question={words.removeQuestion} verb={words.remove} onConfirm={remove} onCancel={onEnd}>
      {item.words}
    </Confirm>
  );
}
