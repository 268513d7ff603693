import Alert from '@cloudscape-design/components/alert';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Table from '@cloudscape-design/components/table';
import type { TownProblems } from '../../../contracts/console/town.js';
import { useWords } from '../page/catalogue.js';
import { DATA } from './words.js';

/** Every error of an import, by file, row and field. */
export function ProblemTable({ problems }: { problems: TownProblems['problems'] }) {
  const words = useWords(DATA);
  return (
    <SpaceBetween size="s">
      <Alert type="error" header={words.problems(problems.length)}>
        {words.problemsHint}
      </Alert>
      <Table
        variant="embedded"
        items={problems}
        columnDefinitions={[
          { id: 'file', header: words.file, isRowHeader: true, cell: ({ file }) => file },
          { id: 'row', header: words.row, cell: ({ row }) => row ?? '–' },
          { id: 'field', header: words.field, cell: ({ field }) => field ?? '–' },
          { id: 'message', header: words.problem, cell: ({ message }) => message },
        ]}
      />
    </SpaceBetween>
  );
}
