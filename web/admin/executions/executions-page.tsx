import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type ReactNode, useMemo, useState } from 'react';
import type { ExecutionRow } from '../../../contracts/console/executions.js';
import { withQuery } from '../api/query.js';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { PagedTable } from '../shell/paged-table.js';
import type { PageProps } from '../shell/pages.js';
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
import { executionTitle } from './execution-title.js';

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
      <ExecutionList
        executions={executions}
        names={names}
        query={query}
        chosen={chosen}
        isGrouped={isGrouped}
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

interface ListProps {
  readonly executions: Executions;
  readonly names: TownNames;
  readonly query: ExecutionQuery;
  readonly chosen: readonly ExecutionRow[];
  readonly isGrouped: boolean;
  readonly filter: ReactNode;
  readonly onChosen: (rows: readonly ExecutionRow[]) => void;
  readonly onAct: (act: Act, rows: readonly ExecutionRow[]) => void;
}

/** The rows, or what went wrong with them by its kinds. Who may only look chooses none. */
function ExecutionList(props: ListProps) {
  const { executions, names, query, chosen, isGrouped, filter, onChosen, onAct } = props;
  const { items } = executions;
  const words = useWords(EXECUTIONS);
  const listing = useWords(LISTING);
  const { go, may, language } = usePage();
  const mayAct = may('executions.act');
  const columns = useExecutionColumns(names, mayAct ? (act, row) => onAct(act, [row]) : undefined);
  const keys = new Set(chosen.map(rowKey));
  const selection = {
    // One that was read anew since stays chosen.
    selectedItems: items.filter((row) => keys.has(rowKey(row))),
    onSelect: onChosen,
    selectLabel: (row: ExecutionRow | undefined) =>
      row ? listing.chooseRow(executionTitle(row.name, language)) : listing.choose,
  };
  const onAll = async () => onChosen(await executions.upTo(MOST_CHOSEN));
  return (
    <PagedTable<ExecutionRow>
      title={words.title}
      description={listing.description}
      pages={executions}
      columns={columns}
      trackBy={rowKey}
      wrapLines
      empty={
        query.trouble === undefined
          ? { title: words.none, hint: words.noneHint }
          : { title: listing.noneInTrouble, hint: listing.noneInTroubleHint }
      }
      {...(isGrouped && { instead: <FailureTable rows={items} mayChoose={mayAct} onChoose={onChosen} /> })}
      {...(mayAct && !isGrouped && { selection })}
      filter={filter}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <Button onClick={() => go('/executions/waiting')}>{listing.waitingMap}</Button>
          {mayAct && <ChosenActions chosen={chosen} onAct={onAct} onAll={onAll} />}
        </SpaceBetween>
      }
    />
  );
}
