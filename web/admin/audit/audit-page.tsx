import type { TableProps } from '@cloudscape-design/components/table';
import { type AuditRow, auditRoute } from '../../../contracts/console/audit.js';
import { usePages } from '../page/use-pages.js';
import { useWords } from '../page/catalogue.js';
import { PagedTable } from '../shell/paged-table.js';
import { useMoments } from '../shell/use-moments.js';
import { AUDIT } from './words.js';

/** Who looked at what, and changed what, the latest first. */
export function AuditPage() {
  const words = useWords(AUDIT);
  return (
    <PagedTable
      title={words.title}
      description={words.description}
      pages={usePages(auditRoute)}
      columns={useColumns()}
      trackBy={({ at, who, action, subject }) => [at, who, action, subject].join(' ')}
      empty={{ title: words.none, hint: words.noneHint }}
    />
  );
}

function useColumns(): TableProps.ColumnDefinition<AuditRow>[] {
  const words = useWords(AUDIT);
  const { moment } = useMoments();
  return [
    { id: 'at', header: words.at, isRowHeader: true, cell: ({ at }) => moment(at) },
    { id: 'who', header: words.who, cell: ({ name }) => name },
    { id: 'action', header: words.action, cell: ({ action }) => words.actions[action] },
    { id: 'subject', header: words.subject, cell: ({ subject }) => subject ?? '–' },
    { id: 'detail', header: words.detail, cell: ({ detail }) => detail ?? '–' },
  ];
}
