import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { type ReactNode, useMemo, useState } from 'react';
import type { ExecutionRow } from '../../../contracts/console/executions.js';
import { withQuery } from '../api/query.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { EmptyTable } from '../shell/empty-table.js';
import { MoreButton } from '../shell/more-button.js';
import type { PageProps } from '../shell/pages.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { RefreshButton } from '../shell/refresh-button.js';
import { SHELL } from '../shell/words.js';
import { type TownNames, useTownNames } from '../town/use-town-names.js';
import type { Act } from './act-plan.js';
import { ActDialog } from './act-dialog.js';
import { ChosenActions, MOST_CHOSEN } from './chosen-actions.js';
import { ExecutionFilters } from './execution-filters.js';
import { BY_FAILURE, type ExecutionQuery, isByFailure, readExecutionQuery } from './execution-query.js';
import { rowKey } from './executions-merged.js';
import { FailureTable } from './failure-table.js';
import { useExecutionColumns } from './execution-columns.js';
import { type Executions, useExecutions } from './use-executions.js';
import { EXECUTIONS } from './words.js';
import { LISTING } from './words.listing.js';

interface Asked {
  readonly act: Act;
  readonly rows: readonly ExecutionRow[];
}

/** Every execution of the town, the latest first; what is wrong with each, and what may be done to one or to many. */
export function ExecutionsPage({ search }: PageProps) {
  const { go } = usePage();
  const names = useTownNames();
  const query = useMemo(() => readExecutionQuery(search), [search]);
  const executions = useExecutions(query);
  const [chosen, setChosen] = useState<readonly ExecutionRow[]>([]);
  const isGrouped = isByFailure(search);
  const [asked, setAsked] = useState<Asked>();
  const change = (changed: ExecutionQuery, byFailure = isGrouped) => {
    setChosen([]);
    go(withQuery('/executions', { ...changed, ...(byFailure && BY_FAILURE) }));
  };
  return (
    <SpaceBetween size="l">
      {executions.problem && <ProblemAlert problem={executions.problem} onAgain={executions.reload} />}
      <ExecutionTable
        executions={executions}
        names={names}
        chosen={chosen}
        isGrouped={isGrouped}
        empty={<NoRows query={query} />}
        filter={
          <ExecutionFilters
            query={query}
            names={names}
            onChange={change}
            isGrouped={isGrouped}
            onGrouped={(byFailure) => change(query, byFailure)}
          />
        }
        onChosen={setChosen}
        onAct={(act, rows) => setAsked({ act, rows })}
      />
      {asked && (
        <ActDialog
          {...asked}
          onEnd={() => {
            setAsked(undefined);
            setChosen([]);
            executions.reload();
          }}
        />
      )}
    </SpaceBetween>
  );
}

interface TableOfExecutionsProps {
  readonly executions: Executions;
  readonly names: TownNames;
  readonly chosen: readonly ExecutionRow[];
  readonly isGrouped: boolean;
  readonly empty: ReactNode;
  readonly filter: ReactNode;
  readonly onChosen: (rows: readonly ExecutionRow[]) => void;
  readonly onAct: (act: Act, rows: readonly ExecutionRow[]) => void;
}

/** The rows, or what went wrong with them by its kinds. Who may only look chooses none. */
function ExecutionTable(props: TableOfExecutionsProps) {
  const { executions, names, chosen, isGrouped, empty, filter, onChosen, onAct } = props;
  const { items } = executions;
  const mayAct = usePage().may('executions.act');
  const { loading } = useWords(SHELL);
  const selection = useSelection(items, chosen, onChosen);
  const columns = useExecutionColumns(names, mayAct ? (act, row) => onAct(act, [row]) : undefined);
  const groups = <FailureTable rows={items} mayChoose={mayAct} onChoose={onChosen} />;
  const onAll = async () => onChosen(await executions.upTo(MOST_CHOSEN));
  return (
    <Table<ExecutionRow>
      variant="full-page"
      stickyHeader
      wrapLines
      columnDefinitions={columns}
      items={isGrouped ? [] : items}
      trackBy={rowKey}
      loading={executions.isLoading && items.length === 0}
      loadingText={loading}
      empty={isGrouped ? groups : empty}
      {...(mayAct && !isGrouped ? selection : {})}
      header={
        <PageHeader onReload={executions.reload}>
          {mayAct && <ChosenActions chosen={chosen} onAct={onAct} onAll={onAll} />}
        </PageHeader>
      }
      filter={filter}
      footer={<MoreButton pages={executions} />}
    />
  );
}

type Selection = Pick<
  TableProps<ExecutionRow>,
  'selectionType' | 'selectedItems' | 'onSelectionChange' | 'ariaLabels'
>;

/** Rows that are chosen; one that was read anew since stays so. */
function useSelection(
  items: readonly ExecutionRow[],
  chosen: readonly ExecutionRow[],
  onChosen: (rows: readonly ExecutionRow[]) => void,
): Selection {
  const words = useWords(LISTING);
  const keys = new Set(chosen.map(rowKey));
  return {
    selectionType: 'multi',
    selectedItems: items.filter((row) => keys.has(rowKey(row))),
    onSelectionChange: ({ detail }) => onChosen(detail.selectedItems),
    ariaLabels: {
      selectionGroupLabel: words.choose,
      allItemsSelectionLabel: () => words.choose,
      itemSelectionLabel: (_all, { name }) => words.chooseRow(name),
    },
  };
}

function NoRows({ query }: { query: ExecutionQuery }) {
  const words = useWords(EXECUTIONS);
  const listing = useWords(LISTING);
  return query.trouble === undefined ? (
    <EmptyTable title={words.none} hint={words.noneHint} />
  ) : (
    <EmptyTable title={listing.noneInTrouble} hint={listing.noneInTroubleHint} />
  );
}

function PageHeader({ onReload, children }: { onReload: () => void; children: ReactNode }) {
  const words = useWords(EXECUTIONS);
  const listing = useWords(LISTING);
  const { go } = usePage();
  return (
    <Header
      variant="awsui-h1-sticky"
      description={listing.description}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <RefreshButton onRefresh={onReload} />
          <Button onClick={() => go('/executions/waiting')}>{listing.waitingMap}</Button>
          {children}
        </SpaceBetween>
      }
    >
      {words.title}
    </Header>
  );
}
