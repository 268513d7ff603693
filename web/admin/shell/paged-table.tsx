import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { type ReactNode, useState } from 'react';
import type { Pages } from '../page/use-pages.js';
import { useWords } from '../page/catalogue.js';
import { EmptyTable } from './empty-table.js';
import { MoreButton } from './more-button.js';
import { ProblemAlert } from './problem-alert.js';
import { RefreshButton } from './refresh-button.js';
import { useNarrow } from './use-narrow.js';
import { SHELL } from './words.js';

/** Which rows are chosen. */
interface Selection<Item> {
  readonly selectedItems: readonly Item[];
  readonly onSelect: (items: readonly Item[]) => void;
  /** Names what is chosen; without a row, all of them. */
  readonly selectLabel: (item: Item | undefined) => string;
  /** Acts on the chosen rows. */
  readonly actions?: ReactNode;
}

interface PagedTableProps<Item> {
  readonly title: string;
  readonly description: string;
  readonly pages: Pages<Item>;
  readonly columns: TableProps.ColumnDefinition<Item>[];
  readonly trackBy: (item: Item) => string;
  readonly empty: { readonly title: string; readonly hint?: string };
  /** Shown in the place of the rows. */
  readonly instead?: ReactNode;
  /** Words in cells that go on in the next line. */
  readonly wrapLines?: boolean;
  readonly filter?: ReactNode;
  readonly actions?: ReactNode;
  /** How a row looks on a phone, where a table would have to be pushed to and fro; without, its cells stand one below the other. */
  readonly card?: (item: Item) => ReactNode;
  readonly selection?: Selection<Item>;
}

/** A page that is one list, asked for page by page. */
export function PagedTable<Item>(props: PagedTableProps<Item>) {
  const { pages, selection, instead, columns } = props;
  const isNarrow = useNarrow();
  // A list that is acted on in the table is one column of it on a phone.
  const isTable = selection !== undefined || instead !== undefined;
  const card = props.card ?? (isTable ? undefined : stacked(columns));
  return (
    <SpaceBetween size="l">
      {pages.problem && <ProblemAlert problem={pages.problem} onAgain={pages.reload} />}
      {card && isNarrow ? <CardList {...props} card={card} /> : <WideTable {...props} />}
    </SpaceBetween>
  );
}

/** The cells of a row, below one another, each with what it is. */
export const stacked =
  <Item,>(columns: TableProps.ColumnDefinition<Item>[]) =>
  (item: Item): ReactNode => (
    <div className="card">
      {columns.map((column) =>
        column.isRowHeader ? (
          <b key={column.id}>{column.cell(item)}</b>
        ) : (
          <div key={column.id}>
            <Box variant="awsui-key-label">{column.header}</Box>
            {column.cell(item)}
          </div>
        ),
      )}
    </div>
  );

function WideTable<Item>(props: PagedTableProps<Item>) {
  const words = useWords(SHELL);
  const { pages, columns, trackBy, empty, instead, filter, wrapLines = false } = props;
  return (
    <Table
      variant="full-page"
      stickyHeader
      wrapLines={wrapLines}
      columnDefinitions={columns}
      items={instead === undefined ? pages.items : []}
      trackBy={trackBy}
      loading={pages.isLoading && pages.items.length === 0}
      loadingText={words.loading}
      empty={instead ?? <EmptyTable {...empty} />}
      header={<ListHeader {...props} />}
      filter={filter}
      footer={<MoreButton pages={pages} />}
      {...selecting(props)}
    />
  );
}

function selecting<Item>({ selection }: PagedTableProps<Item>): Partial<TableProps<Item>> {
  if (!selection) return {};
  const { selectedItems, onSelect, selectLabel } = selection;
  return {
    selectionType: 'multi',
    selectedItems,
    onSelectionChange: ({ detail }) => onSelect(detail.selectedItems),
    ariaLabels: {
      selectionGroupLabel: selectLabel(undefined),
      allItemsSelectionLabel: () => selectLabel(undefined),
      itemSelectionLabel: (_data, row) => selectLabel(row),
    },
  };
}

function CardList<Item>(props: PagedTableProps<Item> & { card: (item: Item) => ReactNode }) {
  const words = useWords(SHELL);
  const { pages, trackBy, empty, filter, card } = props;
  const isEmpty = pages.items.length === 0;
  const choosing = useChoosing(props.selection);
  return (
    <SpaceBetween size="m">
      <ListHeader {...props} actions={<CardActions {...props} choosing={choosing} />} />
      {filter}
      {isEmpty && (pages.isLoading ? words.loading : <EmptyTable {...empty} />)}
      <ul className="cards">
        {pages.items.map((item) => (
          <li key={trackBy(item)}>
            {choosing.isOn && props.selection && (
              <ChosenTick selection={props.selection} item={item} trackBy={trackBy} />
            )}
            {card(item)}
          </li>
        ))}
      </ul>
      <MoreButton pages={pages} />
      {choosing.isOn && <div className="chosen-bar">{props.selection?.actions}</div>}
    </SpaceBetween>
  );
}

/**
 * Choosing several on a phone: begun and ended by a button, so that a touch opens a card at all other times. Where some
 * are chosen, in the table before the phone was turned, it is begun.
 */
function useChoosing<Item>(selection: Selection<Item> | undefined) {
  const [isOn, setOn] = useState((selection?.selectedItems.length ?? 0) > 0);
  const turn = (): void => {
    if (isOn) selection?.onSelect([]);
    setOn(!isOn);
  };
  return { isOn: isOn && selection !== undefined, turn };
}

function CardActions<Item>({
  actions,
  selection,
  choosing,
}: PagedTableProps<Item> & { choosing: { readonly isOn: boolean; readonly turn: () => void } }) {
  const words = useWords(SHELL);
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {actions}
      {selection && (
        <Button onClick={choosing.turn}>{choosing.isOn ? words.chooseNoMore : words.chooseSome}</Button>
      )}
    </SpaceBetween>
  );
}

interface ChosenTickProps<Item> {
  readonly selection: Selection<Item>;
  readonly item: Item;
  readonly trackBy: (item: Item) => string;
}

function ChosenTick<Item>({ selection, item, trackBy }: ChosenTickProps<Item>) {
  const { selectedItems, onSelect, selectLabel } = selection;
  const others = selectedItems.filter((one) => trackBy(one) !== trackBy(item));
  return (
    <div className="chosen-tick">
      <Checkbox
        checked={others.length < selectedItems.length}
        onChange={({ detail }) => onSelect(detail.checked ? [...others, item] : others)}
      >
        {selectLabel(item)}
      </Checkbox>
    </div>
  );
}

function ListHeader<Item>({ title, description, pages, actions }: PagedTableProps<Item>) {
  return (
    <Header
      variant="awsui-h1-sticky"
      description={description}
      actions={
        <div className="list-actions">
          <RefreshButton onRefresh={pages.reload} />
          {actions}
        </div>
      }
    >
      {title}
    </Header>
  );
}
