import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import type { Pages } from '../page/use-pages.js';
import { useWords } from '../page/catalogue.js';
import { EmptyTable } from './empty-table.js';
import { MoreButton } from './more-button.js';
import { ProblemAlert } from './problem-alert.js';
import { RefreshButton } from './refresh-button.js';
import { SHELL } from './words.js';

interface PagedTableProps<Item> {
  readonly title: string;
  readonly description: string;
  readonly pages: Pages<Item>;
  readonly columns: TableProps.ColumnDefinition<Item>[];
  readonly trackBy: (item: Item) => string;
  readonly empty: { readonly title: string; readonly hint?: string };
  readonly filter?: ReactNode;
  readonly actions?: ReactNode;
}

/** A page that is one list, asked for page by page. */
export function PagedTable<Item>(props: PagedTableProps<Item>) {
  const words = useWords(SHELL);
  const { title, description, pages, columns, trackBy, empty, filter, actions } = props;
  return (
    <SpaceBetween size="l">
      {pages.problem && <ProblemAlert problem={pages.problem} onAgain={pages.reload} />}
      <Table
        variant="full-page"
        stickyHeader
        columnDefinitions={columns}
        items={pages.items}
        trackBy={trackBy}
        loading={pages.isLoading && pages.items.length === 0}
        loadingText={words.loading}
        empty={<EmptyTable {...empty} />}
        header={
          <Header
            variant="awsui-h1-sticky"
            description={description}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <RefreshButton onRefresh={pages.reload} />
                {actions}
              </SpaceBetween>
            }
          >
            {title}
          </Header>
        }
        filter={filter}
        footer={<MoreButton pages={pages} />}
      />
    </SpaceBetween>
  );
}
