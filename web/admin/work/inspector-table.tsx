import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import type { ReactNode } from 'react';
import { useWords } from '../page/catalogue.js';
import { Deadline } from '../requests/deadline.js';
import { PageLink } from '../shell/page-link.js';
import { CheckedPlace } from './checked-place.js';
import type { Inspection } from './inspection-part.js';
import { type InspectorShare, inspectorShares } from './inspector-shares.js';
import { WORK } from './words.js';

interface InspectorTableProps {
  readonly inspection: Inspection;
  readonly actions: ReactNode;
}

/** Who checks and calls: how far each is, what comes next, and until when. */
export function InspectorTable({ inspection, actions }: InspectorTableProps) {
  const words = useWords(WORK).inspectors;
  const shares = inspectorShares(inspection.results);
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${shares.length})`} actions={actions}>
          {words.title}
        </Header>
      }
      items={shares}
      trackBy="by"
      columnDefinitions={useColumns(inspection)}
    />
  );
}

function useColumns({ kind, date, progress }: Inspection): TableProps.ColumnDefinition<InspectorShare>[] {
  const words = useWords(WORK);
  const { inspectors } = words;
  const calls: TableProps.ColumnDefinition<InspectorShare>[] = [
    { id: 'reached', header: inspectors.reached, cell: ({ reached }) => reached },
    { id: 'not', header: inspectors.notReached, cell: ({ notReached }) => notReached },
  ];
  return [
    { id: 'by', header: inspectors.inspector, isRowHeader: true, cell: ({ name }) => name },
    { id: 'made', header: inspectors.made, cell: ({ made, all }) => words.progress.of(made, all) },
    ...(progress.drawn > 0 ? calls : []),
    {
      id: 'next',
      header: inspectors.next,
      cell: ({ next, after }) =>
        next ? (
          <>
            {words.checks.methods[next.method]} · <CheckedPlace check={next} />
            {after > 0 && <div>{inspectors.waiting(after)}</div>}
          </>
        ) : (
          inspectors.allMade
        ),
    },
    {
      id: 'until',
      header: inspectors.until,
      cell: ({ next }) => (next ? <Deadline row={{ dueAt: next.dueAt }} /> : '–'),
    },
    {
      id: 'sheet',
      header: inspectors.print,
      cell: ({ by, name }) => (
        <PageLink to={`/rounds/${kind}/${date}/sheets?by=${encodeURIComponent(by)}`}>
          {inspectors.sheet(name)}
        </PageLink>
      ),
    },
  ];
}
