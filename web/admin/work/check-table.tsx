import Header from '@cloudscape-design/components/header';
import Table, { type TableProps } from '@cloudscape-design/components/table';
import { useWords } from '../page/catalogue.js';
import { usePage } from '../page/page-context.js';
import { EmptyTable } from '../shell/empty-table.js';
import { PageLink } from '../shell/page-link.js';
import { CheckedPlace } from './checked-place.js';
import type { Check } from './inspection-part.js';
import { WORK } from './words.js';

/** Every check and call of an inspection: its method, and what came of it. */
export function CheckTable({ checks }: { checks: readonly Check[] }) {
  const words = useWords(WORK).checks;
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${checks.length})`}>
          {words.title}
        </Header>
      }
      items={checks}
      trackBy="task"
      empty={<EmptyTable title={words.none} />}
      columnDefinitions={useColumns()}
    />
  );
}

function useColumns(): TableProps.ColumnDefinition<Check>[] {
  const { checks: words, tasks } = useWords(WORK);
  const { language } = usePage();
  return [
    {
      id: 'task',
      header: tasks.task,
      isRowHeader: true,
      cell: ({ task }) => <PageLink to={`/tasks/${task}`}>{task}</PageLink>,
    },
    { id: 'method', header: words.method, cell: ({ method }) => words.methods[method] },
    { id: 'where', header: words.where, cell: (check) => <CheckedPlace check={check} /> },
    { id: 'by', header: words.by, cell: ({ by, byName }) => byName ?? by },
    {
      id: 'result',
      header: words.result,
      cell: ({ result }) => (result ? tasks.results[result] : words.open),
    },
    {
      id: 'points',
      header: words.points,
      cell: ({ points = [] }) => points.map((point) => point[language]).join(language === 'en' ? ', ' : '、'),
    },
  ];
}
