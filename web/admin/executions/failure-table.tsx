import Button from '@cloudscape-design/components/button';
import Table from '@cloudscape-design/components/table';
import { useMemo } from 'react';
import type { ExecutionRow } from '../../../contracts/console/executions.js';
import { usePage } from '../page/page-context.js';
import { useWords } from '../page/catalogue.js';
import { EmptyTable } from '../shell/empty-table.js';
import { TwoLines } from '../shell/two-lines.js';
import { useMoments } from '../shell/use-moments.js';
import { groupByFailure } from './failure-groups.js';
import { machineWords } from './machine-words.js';
import { useFailureText } from './trouble-sign.js';
import { LISTING } from './words.listing.js';

interface FailureTableProps {
  readonly rows: readonly ExecutionRow[];
  readonly mayChoose: boolean;
  readonly onChoose: (rows: readonly ExecutionRow[]) => void;
}

/** Failures, by where and by error, and how often each. */
export function FailureTable({ rows, mayChoose, onChoose }: FailureTableProps) {
  const words = useWords(LISTING);
  const { language } = usePage();
  const { moment } = useMoments();
  const failureText = useFailureText();
  const groups = useMemo(() => groupByFailure(rows), [rows]);
  const columns = [
    {
      id: 'failure',
      header: words.failure,
      isRowHeader: true,
      cell: (group: (typeof groups)[number]) => {
        const named = machineWords(group.machine, language);
        const where = group.state === undefined ? named.name : `${named.name} · ${named.whole(group.state)}`;
        return <TwoLines first={failureText(group) || words.unknownFailure} second={where} />;
      },
    },
    { id: 'count', header: words.count, cell: (group: (typeof groups)[number]) => group.rows.length },
    {
      id: 'since',
      header: words.first,
      cell: ({ since }: (typeof groups)[number]) => (since === undefined ? '–' : moment(since)),
    },
    {
      id: 'choose',
      header: words.choose,
      cell: (group: (typeof groups)[number]) => (
        <Button variant="inline-link" onClick={() => onChoose(group.rows)}>
          {words.chooseThese(group.rows.length)}
        </Button>
      ),
    },
  ];
  return (
    <Table
      variant="embedded"
      wrapLines
      items={groups}
      trackBy="key"
      columnDefinitions={columns.filter(({ id }) => mayChoose || id !== 'choose')}
      empty={<EmptyTable title={words.noneInTrouble} hint={words.ofLoaded(rows.length)} />}
      footer={groups.length > 0 && words.ofLoaded(rows.length)}
    />
  );
}
