import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { EmptyTable } from './empty-table.js';
import { stacked } from './paged-table.js';
import { useNarrow } from './use-narrow.js';

interface WholeListProps<Item> {
  readonly title: string;
  readonly description: string;
  readonly items: readonly Item[];
  readonly columns: TableProps.ColumnDefinition<Item>[];
  readonly trackBy: (item: Item) => string;
  readonly empty: { readonly title: string; readonly hint?: string };
  readonly actions?: ReactNode;
}

/** A page that is one list, asked for at once: a table, and on a phone, where its columns would be squeezed, cards. */
export function WholeList<Item>(props: WholeListProps<Item>) {
  const { title, description, items, columns, trackBy, actions } = props;
  const isNarrow = useNarrow();
  const card = stacked(columns);
  const empty = <EmptyTable {...props.empty} />;
  const header = (
    <Header variant="awsui-h1-sticky" description={description} actions={actions}>
      {title}
    </Header>
  );
  if (!isNarrow)
    return (
      <Table
        variant="full-page"
        wrapLines
        columnDefinitions={columns}
        items={items}
        trackBy={trackBy}
        empty={empty}
        header={header}
      />
    );
  return (
    <SpaceBetween size="m">
      {header}
      {items.length === 0 && empty}
      <ul className="cards">
        {items.map((item) => (
          <li key={trackBy(item)}>{card(item)}</li>
        ))}
      </ul>
    </SpaceBetween>
  );
}
