import Header from '@cloudscape-design/components/header';
import Table from '@cloudscape-design/components/table';
import type { ImportAnswer } from '../../../contracts/console/town.js';
import { useWords } from '../page/catalogue.js';
import { usePartName } from './part-name.js';
import { DATA } from './words.js';

/** Ids shown of one kind of change; of hundreds nobody reads them all. */
const MOST = 12;

function listed(ids: readonly string[]): string {
  if (ids.length === 0) return '–';
  const shown = ids.slice(0, MOST).join(', ');
  return ids.length > MOST ? `${shown} … (${ids.length})` : shown;
}

/** The changes that an import would make, by part. */
export function ChangesTable({ changes }: { changes: ImportAnswer['changes'] }) {
  const words = useWords(DATA);
  const partName = usePartName();
  return (
    <Table
      variant="embedded"
      header={<Header variant="h3">{words.changes}</Header>}
      items={changes}
      trackBy="part"
      columnDefinitions={[
        { id: 'part', header: words.part, isRowHeader: true, cell: ({ part }) => partName(part) },
        { id: 'added', header: words.added, cell: ({ added }) => listed(added) },
        { id: 'changed', header: words.changed, cell: ({ changed }) => listed(changed) },
        { id: 'removed', header: words.removed, cell: ({ removed }) => listed(removed) },
      ]}
    />
  );
}
